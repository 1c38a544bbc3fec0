import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeProblem } from '../../../testing/make';
import { failedRequests } from './failed-requests';
import { Logger } from './logger';

async function failWith(status: number, headers = {}) {
  TestBed.configureTestingModule({ providers: [provideBackend(failedRequests)] });
  const logger = TestBed.inject(Logger);
  const error = jest.spyOn(logger, 'error').mockReturnValue();
  const warn = jest.spyOn(logger, 'warn').mockReturnValue();
  const url = '/api/tickets/?q=divorce';
  const answer = firstValueFrom(TestBed.inject(HttpClient).get(url)).catch((refusal) => refusal.status);
  await new Backend().answer('GET', url, makeProblem(status, 'No.'), status, headers);
  return { error, warn, answer: await answer };
}

describe('failed requests', () => {
  it('are written down with the id of the server, without what was searched', async () => {
    const { error, answer } = await failWith(503, { 'X-Request-Id': 'r-77' });
    expect(error).toHaveBeenCalledWith('request failed', {
      method: 'GET',
      path: '/api/tickets/',
      status: 503,
      request_id: 'r-77',
    });
    expect(answer).toBe(503);
  });

  it('are a warning when the app asked wrongly', async () => {
    const { error, warn } = await failWith(415);
    expect(warn).toHaveBeenCalledWith('request failed', expect.objectContaining({ status: 415 }));
    expect(error).not.toHaveBeenCalled();
  });

  it.each([400, 401, 403, 404, 409, 412, 422, 429])('are ordinary with %s', async (status) => {
    const { error, warn } = await failWith(status);
    expect(error).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
  });
});
