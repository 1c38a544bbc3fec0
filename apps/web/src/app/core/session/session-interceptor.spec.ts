import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { Backend, provideBackend, settle } from '../../../testing/backend';
import { makeSession } from '../../../testing/make';
import { AuthStore } from './auth-store';
import { sessionInterceptor } from './session-interceptor';

async function setUpSignedIn() {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideBackend(sessionInterceptor)] });
  const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  const backend = new Backend();
  const auth = TestBed.inject(AuthStore);
  const login = auth.login({ email: 'carla@example.com', password: 'correct horse' });
  await backend.answer('POST', '/api/auth/login/', makeSession());
  await login;
  const get = (url: string) => firstValueFrom(TestBed.inject(HttpClient).get(url));
  return { auth, backend, get, navigate };
}

describe('sessionInterceptor', () => {
  beforeEach(() => localStorage.clear());

  it('signs requests to the API', async () => {
    const { backend, get } = await setUpSignedIn();
    const answer = get('/api/tickets/');

    const request = await backend.answer('GET', '/api/tickets/', {});
    await answer;

    expect(request.headers.get('Authorization')).toBe('Bearer token-1');
  });

  it('tells its token to nobody else', async () => {
    const { backend, get } = await setUpSignedIn();
    const answer = get('https://elsewhere.example/data');

    const request = await backend.answer('GET', 'https://elsewhere.example/data', {});
    await answer;

    expect(request.headers.has('Authorization')).toBe(false);
  });

  it('refreshes an expired token and asks again', async () => {
    const { backend, get } = await setUpSignedIn();
    const answer = get('/api/tickets/');

    await backend.refuse('GET', '/api/tickets/', 401);
    await backend.answer('POST', '/api/auth/refresh/', makeSession({ access_token: 'token-2' }));
    const again = await backend.answer('GET', '/api/tickets/', { results: [] });

    expect(await answer).toEqual({ results: [] });
    expect(again.headers.get('Authorization')).toBe('Bearer token-2');
  });

  it('refreshes once when many requests find the token expired', async () => {
    const { backend, get } = await setUpSignedIn();
    const answers = Promise.all([get('/api/a'), get('/api/b'), get('/api/c')]);
    for (const url of ['/api/a', '/api/b', '/api/c']) await backend.refuse('GET', url, 401);

    await backend.answer('POST', '/api/auth/refresh/', makeSession({ access_token: 'token-2' }));
    for (const url of ['/api/a', '/api/b', '/api/c']) await backend.answer('GET', url, { url });

    expect(await answers).toEqual([{ url: '/api/a' }, { url: '/api/b' }, { url: '/api/c' }]);
    backend.verify();
  });

  it('uses the token that another request has fetched meanwhile', async () => {
    const { backend, get, auth } = await setUpSignedIn();
    const late = get('/api/late');
    const refreshed = auth.refresh();
    await backend.answer('POST', '/api/auth/refresh/', makeSession({ access_token: 'token-2' }));
    await refreshed;

    await backend.refuse('GET', '/api/late', 401);
    const again = await backend.answer('GET', '/api/late', {});
    await late;

    expect(again.headers.get('Authorization')).toBe('Bearer token-2');
    backend.verify();
  });

  it('gives up when the session is over', async () => {
    const { backend, get, navigate } = await setUpSignedIn();
    const answer = get('/api/tickets/').catch((error) => error.status);

    await backend.refuse('GET', '/api/tickets/', 401);
    await backend.refuse('POST', '/api/auth/refresh/', 401);

    expect(await answer).toBe(401);
    expect(navigate).toHaveBeenCalledWith(['/login'], expect.anything());
  });

  it('asks again only once', async () => {
    const { backend, get } = await setUpSignedIn();
    const answer = get('/api/tickets/').catch((error) => error.status);

    await backend.refuse('GET', '/api/tickets/', 401);
    await backend.answer('POST', '/api/auth/refresh/', makeSession({ access_token: 'token-2' }));
    await backend.refuse('GET', '/api/tickets/', 401);

    expect(await answer).toBe(401);
    backend.verify();
  });

  it('takes a wrong password for what it is', async () => {
    const { auth, backend } = await setUpSignedIn();
    const login = auth
      .login({ email: 'carla@example.com', password: 'wrong' })
      .catch((error) => error.status);

    await backend.refuse('POST', '/api/auth/login/', 401);

    expect(await login).toBe(401);
    await settle();
    backend.verify();
  });
});
