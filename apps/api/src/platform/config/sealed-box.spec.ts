import { SealedBox } from './sealed-box.js';
import { Secrets } from './secrets.js';

const OLD = 'an old root secret that was long enough';
const NEW = 'a new root secret that is long enough too';
const box = (root: string, previous?: string) => new SealedBox(new Secrets(root, previous), 'seed');

describe('a sealed value', () => {
  it('opens to what was sealed, and never looks the same twice', () => {
    const [one, two] = [box(OLD).seal('JBSWY3DP', 'user 1'), box(OLD).seal('JBSWY3DP', 'user 1')];
    expect(box(OLD).open(one, 'user 1')).toBe('JBSWY3DP');
    expect(one.equals(two)).toBe(false);
    expect(one.includes('JBSWY3DP')).toBe(false);
  });
  it('opens with the previous key after a rotation', () => {
    expect(box(NEW, OLD).open(box(OLD).seal('JBSWY3DP', 'user 1'), 'user 1')).toBe('JBSWY3DP');
  });
  it('does not open with another key', () => {
    expect(() => box(NEW).open(box(OLD).seal('JBSWY3DP', 'user 1'), 'user 1')).toThrow(/SECRET_KEY_PREVIOUS/);
  });
  it("does not open in another person's row", () => {
    expect(() => box(OLD).open(box(OLD).seal('JBSWY3DP', 'user 1'), 'user 2')).toThrow();
  });
  it('does not open when one bit was changed', () => {
    const sealed = box(OLD).seal('JBSWY3DP', 'user 1');
    sealed[sealed.length - 1]! ^= 1;
    expect(() => box(OLD).open(sealed, 'user 1')).toThrow();
  });
});
