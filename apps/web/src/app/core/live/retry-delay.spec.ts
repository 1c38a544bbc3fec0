import { retryDelay } from './retry-delay';

it('grows from half a second to half a minute, and is spread', () => {
  const longest = [1, 2, 3, 7, 50].map((failures) => retryDelay(failures, () => 1));
  expect(longest).toEqual([500, 1_000, 2_000, 30_000, 30_000]);
  expect(retryDelay(3, () => 0)).toBe(1_000);
});
