import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, CARLA, makeMe, makeSession } from '../../../testing/make';
import { administratorsOnly, anonymousOnly, secondFactorFirst, signedInOnly } from './guards';

@Component({ template: 'page' })
class Page {}

@Component({ template: 'no page' })
class NoPage {}

async function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideRouter([
        { path: 'login', component: Page, canActivate: [anonymousOnly] },
        {
          path: '',
          canActivate: [signedInOnly],
          children: [
            { path: 'tickets', component: Page, canActivate: [secondFactorFirst] },
            { path: 'admin', component: Page, canMatch: [administratorsOnly] },
          ],
        },
        { path: 'account', component: Page, canActivate: [signedInOnly] },
        { path: '**', component: NoPage },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create();
  return { harness, backend: new Backend(), router: TestBed.inject(Router) };
}

describe('the guards', () => {
  beforeEach(() => localStorage.clear());

  it('send anonymous people to the login page, with the way back', async () => {
    const { harness, router } = await setUp();

    await harness.navigateByUrl('/tickets?view=all');

    expect(router.url).toBe('/login?return_url=%2Ftickets%3Fview%3Dall');
  });

  it('wait for an earlier session before they judge', async () => {
    localStorage.setItem('ticketing.session', 'yes');
    const { harness, backend, router } = await setUp();
    const navigation = harness.navigateByUrl('/tickets');

    await backend.answer('POST', '/api/auth/refresh/', makeSession());
    await navigation;

    expect(router.url).toBe('/tickets');
  });

  it('keep signed-in people off the login page', async () => {
    localStorage.setItem('ticketing.session', 'yes');
    const { harness, backend, router } = await setUp();
    const navigation = harness.navigateByUrl('/login');

    await backend.answer('POST', '/api/auth/refresh/', makeSession());
    await navigation;

    expect(router.url).toBe('/tickets');
  });

  it('let anonymous people sign in', async () => {
    const { harness, router } = await setUp();

    await harness.navigateByUrl('/login');

    expect(router.url).toBe('/login');
  });

  it.each([
    [ADA, 'page'],
    [CARLA, 'no page'],
  ])('show the admin area to those who may use it: $role', async (person, shown) => {
    localStorage.setItem('ticketing.session', 'yes');
    const { harness, backend } = await setUp();
    const navigation = harness.navigateByUrl('/admin');

    await backend.answer('POST', '/api/auth/refresh/', makeSession({ user: makeMe(person) }));
    await navigation;

    expect(harness.routeNativeElement).toHaveTextContent(new RegExp(`^${shown}$`));
  });

  it('send anonymous people from the admin area to the login page', async () => {
    const { harness, router } = await setUp();

    await harness.navigateByUrl('/admin');

    expect(router.url).toBe('/login?return_url=%2Fadmin');
  });

  it('lead to two-factor sign-in while it must be set up', async () => {
    localStorage.setItem('ticketing.session', 'yes');
    const { harness, backend, router } = await setUp();
    const navigation = harness.navigateByUrl('/tickets');

    const user = { ...makeMe(), must_set_up_two_factor: true };
    await backend.answer('POST', '/api/auth/refresh/', makeSession({ user }));
    await navigation;

    expect(router.url).toBe('/account#two-factor');
  });
});
