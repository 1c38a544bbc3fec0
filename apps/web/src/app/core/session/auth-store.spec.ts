import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeMe, makeSession } from '../../../testing/make';
import { AuthStore } from './auth-store';
import { SessionChannel } from './session-channel';

const HINT = 'ticketing.session';

function setUp() {
  const channel = { announceSignOut: jest.fn(), onSignOut: jest.fn() };
  TestBed.configureTestingModule({
    providers: [provideRouter([]), provideBackend(), { provide: SessionChannel, useValue: channel }],
  });
  const router = TestBed.inject(Router);
  const navigate = jest.spyOn(router, 'navigate').mockResolvedValue(true);
  return { auth: TestBed.inject(AuthStore), backend: new Backend(), channel, navigate, router };
}

async function signIn({ auth, backend }: ReturnType<typeof setUp>) {
  const login = auth.login({ email: 'carla@example.com', password: 'correct horse' });
  await backend.answer('POST', '/api/auth/login/', makeSession());
  await login;
}

describe('AuthStore', () => {
  beforeEach(() => localStorage.clear());

  it('signs in, with the refresh token in a cookie', async () => {
    const { auth, backend } = setUp();
    const login = auth.login({ email: 'carla@example.com', password: 'correct horse' });

    const { body } = await backend.answer('POST', '/api/auth/login/', makeSession());
    await login;

    expect(body).toEqual({
      email: 'carla@example.com',
      password: 'correct horse',
      refresh_transport: 'cookie',
    });
    expect(auth.me()?.name).toBe('Carla Customer');
    expect(auth.accessToken()).toBe('token-1');
  });

  it('keeps tokens out of the storage that scripts can read', async () => {
    const set = setUp();
    await signIn(set);

    expect(JSON.stringify({ ...localStorage })).not.toContain('token-1');
    expect(localStorage.getItem(HINT)).toBe('yes');
  });

  it('registers and is signed in', async () => {
    const { auth, backend } = setUp();
    const person = { email: 'a@example.com', password: 'correct horse', first_name: 'A', last_name: 'B' };
    const registration = auth.register(person);

    const { body } = await backend.answer('POST', '/api/auth/register/', makeSession(), 201);
    await registration;

    expect(body).toEqual({ ...person, refresh_transport: 'cookie' });
    expect(auth.me()).not.toBeNull();
  });

  it('asks for no session at the start when there never was one', async () => {
    const { auth, backend } = setUp();

    await auth.resume();

    expect(backend.waiting('POST', '/api/auth/refresh/')).toHaveLength(0);
    expect(auth.me()).toBeNull();
  });

  it('resumes an earlier session once, however often it is asked', async () => {
    localStorage.setItem(HINT, 'yes');
    const { auth, backend } = setUp();
    const resumed = Promise.all([auth.resume(), auth.resume()]);

    const { body } = await backend.answer('POST', '/api/auth/refresh/', makeSession());
    await resumed;

    expect(body).toEqual({});
    expect(auth.me()?.name).toBe('Carla Customer');
    backend.verify();
  });

  it('forgets the hint when the earlier session is over, and sends nobody anywhere', async () => {
    localStorage.setItem(HINT, 'yes');
    const { auth, backend, navigate } = setUp();
    const resumed = auth.resume();

    await backend.refuse('POST', '/api/auth/refresh/', 401);
    await resumed;

    expect(localStorage.getItem(HINT)).toBeNull();
    expect(navigate).not.toHaveBeenCalled();
  });

  it('does not know who is there when the server does not answer, until it does', async () => {
    localStorage.setItem(HINT, 'yes');
    const { auth, backend } = setUp();
    const resumed = auth.resume();
    await backend.cut('POST', '/api/auth/refresh/');
    await resumed;
    expect(auth.resumeFailure()).toMatch(/cannot be reached/);
    expect(localStorage.getItem(HINT)).toBe('yes');

    const again = auth.resumeAgain();
    await backend.answer('POST', '/api/auth/refresh/', makeSession());
    await again;
    expect(auth.resumeFailure()).toBeNull();
    expect(auth.me()).not.toBeNull();
  });

  it('refreshes once for many who ask at the same time', async () => {
    const set = setUp();
    await signIn(set);
    const tokens = Promise.all([set.auth.refresh(), set.auth.refresh(), set.auth.refresh()]);

    await set.backend.answer('POST', '/api/auth/refresh/', makeSession({ access_token: 'token-2' }));

    expect(await tokens).toEqual(['token-2', 'token-2', 'token-2']);
    set.backend.verify();
  });

  it('refreshes again the next time', async () => {
    const { auth, backend } = setUp();
    const first = auth.refresh();
    await backend.answer('POST', '/api/auth/refresh/', makeSession({ access_token: 'token-2' }));
    await first;

    const second = auth.refresh();
    await backend.answer('POST', '/api/auth/refresh/', makeSession({ access_token: 'token-3' }));

    expect(await second).toBe('token-3');
  });

  it('goes to the login page when the session has died, to come back afterwards', async () => {
    const set = setUp();
    await signIn(set);
    jest.spyOn(set.router, 'url', 'get').mockReturnValue('/tickets/182?status=open');
    const token = set.auth.refresh();

    await set.backend.refuse('POST', '/api/auth/refresh/', 401);

    expect(await token).toBeNull();
    expect(set.auth.me()).toBeNull();
    expect(set.navigate).toHaveBeenCalledWith(['/login'], {
      queryParams: { return_url: '/tickets/182?status=open' },
    });
  });

  it('stays signed in when only the network is down', async () => {
    const set = setUp();
    await signIn(set);
    const token = set.auth.refresh();

    await set.backend.cut('POST', '/api/auth/refresh/');

    expect(await token).toBeNull();
    expect(set.auth.me()).not.toBeNull();
    expect(set.navigate).not.toHaveBeenCalled();
  });

  it('signs out here and in the other tabs', async () => {
    const set = setUp();
    await signIn(set);
    const logout = set.auth.logout();

    await set.backend.answer('POST', '/api/auth/logout/', null, 204);
    await logout;

    expect(set.auth.me()).toBeNull();
    expect(set.channel.announceSignOut).toHaveBeenCalled();
    expect(set.navigate).toHaveBeenCalledWith(['/login']);
    expect(localStorage.getItem(HINT)).toBeNull();
  });

  it('signs out even when the server does not answer', async () => {
    const set = setUp();
    await signIn(set);
    const logout = set.auth.logout();

    await set.backend.cut('POST', '/api/auth/logout/');
    await logout;

    expect(set.auth.me()).toBeNull();
  });

  it('learns what has changed about the person, with the same token', async () => {
    const set = setUp();
    await signIn(set);
    const reloaded = set.auth.reload();

    await set.backend.answer('GET', '/api/auth/me/', { ...makeMe(), has_two_factor: true });
    await reloaded;

    expect(set.auth.me()?.has_two_factor).toBe(true);
    expect(set.auth.accessToken()).toBe('token-1');
  });

  it('leads to two-factor sign-in once, when the server wants it first', async () => {
    const set = setUp();
    await signIn(set);

    set.auth.requireTwoFactor();
    set.auth.requireTwoFactor();

    expect(set.auth.me()?.must_set_up_two_factor).toBe(true);
    expect(set.navigate).toHaveBeenCalledTimes(1);
    expect(set.navigate).toHaveBeenCalledWith(['/account'], { fragment: 'two-factor' });
  });

  it('forgets a session that the server has ended, and leads nobody anywhere', async () => {
    const set = setUp();
    await signIn(set);

    set.auth.forgetSession();

    expect(set.auth.me()).toBeNull();
    expect(localStorage.getItem(HINT)).toBeNull();
    expect(set.channel.announceSignOut).toHaveBeenCalled();
    expect(set.navigate).not.toHaveBeenCalled();
  });

  it('signs out when another tab did, without telling it back', async () => {
    const set = setUp();
    await signIn(set);

    set.channel.onSignOut.mock.calls[0][0]();

    expect(set.auth.me()).toBeNull();
    expect(set.channel.announceSignOut).not.toHaveBeenCalled();
  });

  it('keeps the same id while tokens change', async () => {
    const set = setUp();
    await signIn(set);
    const before = set.auth.myId();
    const token = set.auth.refresh();
    await set.backend.answer('POST', '/api/auth/refresh/', makeSession({ access_token: 'token-2' }));
    await token;

    expect(set.auth.accessToken()).toBe('token-2');
    expect(set.auth.myId()).toBe(before);
  });
});
