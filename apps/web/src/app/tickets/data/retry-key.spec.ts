import { RetryKey } from './retry-key';

describe('RetryKey', () => {
  it('keeps the key while the same is sent again', () => {
    const key = new RetryKey();
    expect(key.for({ title: 'a' })).toBe(key.for({ title: 'a' }));
  });

  it('changes the key with the content', () => {
    const key = new RetryKey();
    expect(key.for({ title: 'a' })).not.toBe(key.for({ title: 'b' }));
  });

  it('changes the key after it was done: the same text may be meant twice', () => {
    const key = new RetryKey();
    const first = key.for({ title: 'a' });
    key.done();
    expect(key.for({ title: 'a' })).not.toBe(first);
  });

  it('makes keys that nobody guesses', () => {
    expect(new RetryKey().for({})).toMatch(/^[0-9a-f]{32}$/);
  });
});
