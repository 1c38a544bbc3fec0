import { RetryKeys } from './retry-keys';

describe('RetryKeys', () => {
  it('keeps the key of the same content: that is a retry', () => {
    const keys = new RetryKeys();
    expect(keys.for({ title: 'a' })).toBe(keys.for({ title: 'a' }));
  });

  it('has another key for another content', () => {
    const keys = new RetryKeys();
    expect(keys.for({ title: 'a' })).not.toBe(keys.for({ title: 'b' }));
  });

  it('keeps the key while something else is created in between', () => {
    const keys = new RetryKeys();
    const first = keys.for({ title: 'a' });
    keys.for({ title: 'b' });
    keys.done({ title: 'b' });
    expect(keys.for({ title: 'a' })).toBe(first);
  });

  it('changes the key after it was done: the same text may be meant twice', () => {
    const keys = new RetryKeys();
    const first = keys.for({ title: 'a' });
    keys.done({ title: 'a' });
    expect(keys.for({ title: 'a' })).not.toBe(first);
  });

  it('makes keys that nobody guesses', () => {
    expect(new RetryKeys().for({})).toMatch(/^[0-9a-f]{32}$/);
  });
});
