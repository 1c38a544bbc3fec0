import { judgeRefresh, type PresentedToken } from './refresh-rules.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const judge = (facts: Partial<PresentedToken>) =>
  judgeRefresh(
    {
      sessionRevoked: false,
      sessionExpiresAt: ago(-1),
      expiresAt: ago(-1),
      usedAt: null,
      childUsed: false,
      ...facts,
    },
    NOW,
  );

describe('a refresh token', () => {
  it('is accepted once', () => expect(judge({})).toBe('accept'));
  it('is accepted again within 10 s, for a second tab', () =>
    expect(judge({ usedAt: ago(10_000) })).toBe('accept'));
  it('is reuse after 10 s', () => expect(judge({ usedAt: ago(10_001) })).toBe('reuse'));
  it('is reuse as a grandparent, even at once', () =>
    expect(judge({ usedAt: ago(1), childUsed: true })).toBe('reuse'));
  it('expires without use', () => expect(judge({ expiresAt: NOW })).toBe('expired'));
  it('ends with its session', () => expect(judge({ sessionExpiresAt: NOW })).toBe('expired'));
  it('ends with the sign-out', () => expect(judge({ sessionRevoked: true })).toBe('expired'));
});
