import { hide, storable } from './hide.js';

describe('what is kept of a request and its answer', () => {
  it('is without its secrets, wherever they stand', () =>
    expect(hide('Basic c2VjcmV0cw==, c2VjcmV0cw==', ['c2VjcmV0cw=='])).toBe('Basic ••••, ••••'));
  it.each(['', 'a', 'short'])('stays readable when a secret is as short as %j', (secret) =>
    expect(hide('a short answer', [secret])).toBe('a short answer'),
  );
  it('can be stored, whatever it was', () => {
    expect(storable('a\u0000b', 10)).toBe('a\uFFFDb');
    expect(storable('ab😀', 3)).toBe('ab\uFFFD');
    expect(storable('abc', 2)).toBe('ab');
  });
});
