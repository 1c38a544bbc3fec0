import { Secrets } from '../platform/config/secrets.js';
import { SealedPosition } from './sealed-position.js';

const KEY = 'a-key-for-tests-that-is-long-enough-to-be-taken';
const places = new SealedPosition(new Secrets(KEY));

describe('a sealed position', () => {
  it('is opened by who sealed it, in any process', () => {
    expect(new SealedPosition(new Secrets(KEY)).open(places.seal(4_711))).toBe(4_711);
  });
  it('tells neither how far it is, nor whether it is the same as another', () => {
    const seals = [places.seal(7), places.seal(7), places.seal(9_007_199_254_740_991)];
    expect(new Set(seals).size).toBe(3);
    expect(new Set(seals.map((seal) => seal.length)).size).toBe(1);
  });
  it('of the previous key is still good', () => {
    const rotated = new SealedPosition(new Secrets('another-key-for-tests-that-is-long-enough', KEY));
    expect(rotated.open(places.seal(7))).toBe(7);
  });
  it.each(['', '7', 'made up', 'A'.repeat(59), places.seal(7).replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))])(
    'is not made up: %s',
    (id) => expect(places.open(id)).toBeUndefined(),
  );
});
