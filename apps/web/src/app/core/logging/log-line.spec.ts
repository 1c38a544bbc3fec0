import { HttpErrorResponse } from '@angular/common/http';
import { LIMITS } from '@ticketing/contracts';
import { lineFor, withoutSecrets } from './log-line';

const TOKEN = '0b5a5b0e-0000-4000-8000-000000000001.c2VjcmV0LXNpZ25hdHVyZQ';

describe('a line for the log', () => {
  it('says what happened, with its facts and what was thrown', () => {
    const error = new TypeError('x is undefined');
    const line = lineFor('error', 'unexpected error', { error, width: 390 }, '/tickets/182');
    expect(line).toMatchObject({
      level: 'error',
      message: 'unexpected error width=390: TypeError: x is undefined',
      page: '/tickets/182',
    });
    expect(line.stack).toContain('log-line.spec');
  });

  it('knows no searches: they were typed', () => {
    const error = new Error('Cannot load https://desk.example/tickets?q=divorce (GET)');
    const line = lineFor('error', 'unexpected error', { error }, '/tickets');
    expect(JSON.stringify(line)).not.toContain('divorce');
    expect(line.message).toContain('https://desk.example/tickets (GET)');
  });

  it('knows no searches of failed requests, and no answers', () => {
    const error = new HttpErrorResponse({ status: 500, url: '/api/tickets/?q=divorce', error: 'a body' });
    const { message, stack } = lineFor('error', 'unexpected error', { error }, '/tickets');
    expect(message).toBe('unexpected error: HTTP 500 of /api/tickets/');
    expect(stack).toBeUndefined();
  });

  it('knows no tokens of mailed links', () => {
    expect(lineFor('info', 'password set', {}, `/reset-password/${TOKEN}`).page).toBe(
      '/reset-password/:secret',
    );
    expect(withoutSecrets(`/verify-email/${TOKEN}?a=b#c`)).toBe('/verify-email/:secret');
  });

  it('does not tell what was thrown when it is no error: it may be anything', () => {
    expect(lineFor('error', 'unexpected error', { error: 'typed text' }, '/').message).toBe(
      'unexpected error: string',
    );
  });

  it('keeps within the limits of the API, counted in code points', () => {
    const error = new Error('😀'.repeat(5_000));
    const line = lineFor('error', 'unexpected error', { error }, '/tickets/'.repeat(100));
    expect([...line.message]).toHaveLength(LIMITS.clientLog.message);
    expect([...(line.stack ?? '')]).toHaveLength(LIMITS.clientLog.stack);
    expect([...(line.page ?? '')]).toHaveLength(LIMITS.clientLog.page);
  });
});
