import { newSeed, stepOf, totpFor } from './totp.js';

// RFC 6238, appendix B: the ASCII seed "12345678901234567890", the last six digits of the 8-digit codes
const RFC_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a one-time code', () => {
  it.each([
    ['1970-01-01T00:00:59Z', '287082'],
    ['2005-03-18T01:58:29Z', '081804'],
    ['2009-02-13T23:31:30Z', '005924'],
    ['2033-05-18T03:33:20Z', '279037'],
  ])('is what RFC 6238 says at %s', (time, code) => {
    expect(stepOf(code, RFC_SEED, new Date(time), null)).toBe(Math.floor(Date.parse(time) / 30_000));
  });

  const seed = newSeed();
  const now = new Date('2026-11-24T12:00:15Z');
  const codeAt = (seconds: number) =>
    totpFor(seed, '').generate({ timestamp: now.getTime() + seconds * 1000 });

  it('may be typed with a space', () => {
    const code = codeAt(0);
    expect(stepOf(`${code.slice(0, 3)} ${code.slice(3)}`, seed, now, null)).toBeDefined();
  });
  it('of the step before and of the step after counts, too', () => {
    expect(stepOf(codeAt(-30), seed, now, null)).toBeDefined();
    expect(stepOf(codeAt(30), seed, now, null)).toBeDefined();
  });
  it('of a minute ago does not', () => expect(stepOf(codeAt(-60), seed, now, null)).toBeUndefined());
  it('is not good twice, nor is an older one', () => {
    const step = stepOf(codeAt(0), seed, now, null)!;
    expect(stepOf(codeAt(0), seed, now, step)).toBeUndefined();
    expect(stepOf(codeAt(-30), seed, now, step)).toBeUndefined();
    expect(stepOf(codeAt(30), seed, now, step)).toBe(step + 1);
  });
  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('is never "%s"', (code) => {
    expect(stepOf(code, seed, now, null)).toBeUndefined();
  });
});
