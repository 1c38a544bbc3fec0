import { safeReturnUrl } from './return-url';

const ORIGIN = 'https://desk.example';

describe('safeReturnUrl', () => {
  it.each(['/tickets/182', '/tickets?view=all&q=a%20b', '/tickets#top'])('goes back to %s', (wish) => {
    expect(safeReturnUrl(wish, ORIGIN)).toBe(wish);
  });

  it.each([
    null,
    undefined,
    '',
    'tickets',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    'javascript:alert(1)',
    '/login?return_url=/tickets',
  ])('does not follow %s', (wish) => {
    expect(safeReturnUrl(wish, ORIGIN)).toBe('/tickets');
  });
});
