import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { retryAfter } from './retry-after';

const refusal = (value?: string) =>
  new HttpErrorResponse({
    status: 429,
    headers: new HttpHeaders(value === undefined ? {} : { 'Retry-After': value }),
  });

describe('retryAfter', () => {
  it.each([
    ['0', 'in 1 s'],
    ['40', 'in 40 s'],
    ['60', 'in 1 min'],
    ['61', 'in 2 min'],
    ['900', 'in 15 min'],
  ])('says %s seconds as "%s"', (seconds, words) => {
    expect(retryAfter(refusal(seconds))).toBe(words);
  });

  it.each([[undefined], ['soon'], ['-1']])('keeps quiet about "%s"', (value) => {
    expect(retryAfter(refusal(value))).toBeNull();
  });

  it('keeps quiet about errors of our own', () => {
    expect(retryAfter(new Error('bug'))).toBeNull();
  });
});
