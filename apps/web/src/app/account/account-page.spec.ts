import { TestBed } from '@angular/core/testing';
import { ActivatedRoute } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import { of } from 'rxjs';
import { Backend, provideBackend } from '../../testing/backend';
import { makeMe } from '../../testing/make';
import { provideSignedIn } from '../../testing/signed-in';
import { AuthStore } from '../core/session/auth-store';
import { AccountPage } from './account-page';

async function renderPage(fragment: string | null = null) {
  const scrolled = jest.fn();
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    scrolled(this.id);
  };
  Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
  await render(AccountPage, {
    providers: [
      provideBackend(),
      provideSignedIn({ ...makeMe(), must_set_up_two_factor: fragment !== null }),
      { provide: ActivatedRoute, useValue: { fragment: of(fragment) } },
    ],
  });
  TestBed.tick();
  return { backend: new Backend(), scrolled };
}

describe('AccountPage', () => {
  it('has one heading, and one for each part', async () => {
    const { scrolled } = await renderPage();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your account');
    expect(
      screen.getAllByRole('region').map((region) => region.getAttribute('aria-labelledby')),
    ).toHaveLength(7);
    for (const name of [
      'Profile',
      'E-mail',
      'Password',
      'Two-factor sign-in',
      'Notifications',
      'Sessions',
      'Appearance',
    ]) {
      expect(screen.getByRole('region', { name })).toBeVisible();
    }
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('shows two-factor sign-in to who was led there, and says why', async () => {
    const { scrolled } = await renderPage('two-factor');
    expect(scrolled).toHaveBeenCalledWith('two-factor');
    expect(screen.getByText('Your account needs two-factor sign-in. Set it up to go on.')).toBeVisible();
  });

  it('has two-factor sign-in first for who needs it, and leaves it there once it is on', async () => {
    await renderPage('two-factor');
    const first = () => screen.getAllByRole('region')[0];
    expect(first()).toHaveAccessibleName('Two-factor sign-in');
    expect(screen.queryByRole('region', { name: 'Notifications' })).toBeNull(); // the API would refuse them
    TestBed.inject(AuthStore).accept({ ...makeMe(), has_two_factor: true, must_set_up_two_factor: false });
    expect(await screen.findByText('On')).toBeVisible();
    expect(first()).toHaveAccessibleName('Two-factor sign-in');
  });
});
