import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { makeProblem } from '../../../testing/make';
import { fieldProblem, isProblemOf, problemOf, sentenceFor, statusOf } from './problem';

const refusal = (status: number, error: unknown) => new HttpErrorResponse({ status, error });

describe('problems', () => {
  it('speak with the words of the API', () => {
    const error = refusal(409, makeProblem(409, 'This ticket is closed.'));
    expect(sentenceFor(error)).toBe('This ticket is closed.');
    expect(statusOf(error)).toBe(409);
  });

  it('say when the server cannot be reached', () => {
    expect(sentenceFor(refusal(0, new ProgressEvent('error')))).toMatch(/cannot be reached/);
  });

  it('do not show pages of a proxy to people', () => {
    const error = refusal(502, '<html>Bad gateway</html>');
    expect(problemOf(error)).toBeNull();
    expect(sentenceFor(error)).toBe('The server has a problem. Try again in a moment.');
  });

  it('say when to try again after too many tries', () => {
    const headers = new HttpHeaders({ 'Retry-After': '90' });
    const error = new HttpErrorResponse({ status: 429, headers, error: makeProblem(429, 'Too often.') });
    expect(sentenceFor(error)).toBe('That was too often. Try again in 2 min.');
  });

  it('are known by their name', () => {
    const error = refusal(401, makeProblem(401, 'A code, too.', [], 'two-factor-required'));
    expect(isProblemOf(error, 'two-factor-required')).toBe(true);
    expect(isProblemOf(error, 'two-factor-wrong')).toBe(false);
  });

  it('belong to the field that their pointer names', () => {
    const error = refusal(400, makeProblem(400, 'No.', [{ pointer: '/title', detail: 'Too short.' }]));
    expect(fieldProblem(error, 'title')).toBe('Too short.');
    expect(fieldProblem(error, 'description')).toBeNull();
  });

  it('are not made up for errors of our own', () => {
    expect(problemOf(new TypeError('bug'))).toBeNull();
    expect(statusOf(new TypeError('bug'))).toBe(0);
  });
});
