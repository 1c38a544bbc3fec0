import { gathered } from './gathered';

describe('gathered calls', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are one run, and none is lost', () => {
    const runs: (readonly number[])[] = [];
    const call = gathered<number>((items) => runs.push(items), { waitMs: 50, restMs: 1_000 });
    call(1);
    call(2);
    jest.advanceTimersByTime(50);
    call(3);
    jest.advanceTimersByTime(900);
    call(4);
    expect(runs).toEqual([[1, 2]]);
    jest.advanceTimersByTime(100);
    expect(runs).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
