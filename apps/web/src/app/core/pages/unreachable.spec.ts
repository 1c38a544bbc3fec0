import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeSession } from '../../../testing/make';
import { signedInOnly, unreachableOnly } from '../session/guards';
import { Unreachable } from './unreachable';

const REFRESH = '/api/auth/refresh/';

@Component({ template: '<h1>Ticket</h1>' })
class Ticket {}

@Component({ template: '<h1>Sign in</h1>' })
class Login {}

async function startWithoutServer() {
  localStorage.setItem('ticketing.session', 'yes');
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideRouter([
        { path: 'login', component: Login },
        { path: 'tickets', component: Ticket, canActivate: [signedInOnly] },
        { path: 'unreachable', component: Unreachable, canActivate: [unreachableOnly] },
      ]),
    ],
  });
  const backend = new Backend();
  const location = TestBed.inject(Location);
  location.go('/tickets?q=printer');
  const harness = await RouterTestingHarness.create();
  const navigation = harness.navigateByUrl('/tickets?q=printer');
  await backend.cut('POST', REFRESH);
  await navigation;
  const tryAgain = () => userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  return { backend, harness, location, tryAgain };
}

describe('a start without a server', () => {
  it('says so, and does not ask to sign in', async () => {
    const { location } = await startWithoutServer();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The support desk does not answer');
    expect(screen.getByRole('status')).toHaveTextContent('The server cannot be reached.');
    expect(location.path()).toBe('/tickets?q=printer');
  });

  it('leads to the wanted page when the server is back', async () => {
    const { backend, location, tryAgain } = await startWithoutServer();
    await tryAgain();
    await backend.answer('POST', REFRESH, makeSession());
    expect(await screen.findByRole('heading', { name: 'Ticket' })).toBeVisible();
    expect(location.path()).toBe('/tickets?q=printer');
  });

  it('stays while the server is away', async () => {
    const { backend, tryAgain } = await startWithoutServer();
    await tryAgain();
    await backend.refuse('POST', REFRESH, 503, 'The database is away.');
    expect(screen.getByRole('status')).toHaveTextContent('The database is away.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('leads to the login page when the session is over after all', async () => {
    const { backend, location, tryAgain } = await startWithoutServer();
    await tryAgain();
    await backend.refuse('POST', REFRESH, 401);
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(location.path()).toBe('/login?return_url=%2Ftickets%3Fq%3Dprinter');
  });

  it('is no page to visit otherwise', async () => {
    const { backend, harness, location, tryAgain } = await startWithoutServer();
    await tryAgain();
    await backend.answer('POST', REFRESH, makeSession());
    await harness.navigateByUrl('/unreachable');
    expect(location.path()).toBe('/tickets');
  });
});
