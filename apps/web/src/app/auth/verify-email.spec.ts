import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../testing/backend';
import { makeSession } from '../../testing/make';
import { AuthStore } from '../core/session/auth-store';
import { VerifyEmail } from './verify-email';

const VERIFY = '/api/auth/verify_email/';

async function renderPage() {
  await render(VerifyEmail, {
    providers: [provideRouter([]), provideBackend()],
    inputs: { token: 'token-of-the-mail' },
  });
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Verify this address' }));
  return { backend: new Backend(), press };
}

describe('VerifyEmail', () => {
  beforeEach(() => localStorage.clear());

  it('does nothing before somebody presses', async () => {
    const { backend } = await renderPage();
    expect(backend.waiting('POST', VERIFY)).toHaveLength(0);
  });

  it('verifies once, says so, and leads on', async () => {
    const { backend, press } = await renderPage();
    await press();
    const { body } = await backend.answer('POST', VERIFY, null, 204);
    expect(body).toEqual({ token: 'token-of-the-mail' });
    expect(await screen.findByText('Your address is verified.')).toBeVisible();
    const way = screen.getByRole('link', { name: 'Sign in' });
    expect(way).toHaveAttribute('href', '/login');
    expect(way).toHaveFocus();
    backend.verify();
  });

  it('lets the profile of somebody signed in know, and leads to the tickets', async () => {
    const { backend, press } = await renderPage();
    const login = TestBed.inject(AuthStore).login({ email: 'carla@example.com', password: 'correct horse' });
    await backend.answer('POST', '/api/auth/login/', makeSession());
    await login;
    await press();
    await backend.answer('POST', VERIFY, null, 204);
    await backend.answer('POST', '/api/auth/refresh/', makeSession());
    expect(screen.getByRole('link', { name: 'Go to the tickets' })).toHaveAttribute('href', '/tickets');
  });

  it('says that a link is used up, and leads to another one instead of asking again', async () => {
    const { backend, press } = await renderPage();
    await press();
    await backend.refuse(
      'POST',
      VERIFY,
      400,
      'This link was used already or has expired.',
      [],
      'link-not-good',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('This link was used already or has expired.');
    const way = screen.getByRole('link', { name: 'Get a new link in your account' });
    expect(way).toHaveAttribute('href', '/account');
    expect(way).toHaveFocus();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('can be tried again when the server is away', async () => {
    const { backend, press } = await renderPage();
    await press();
    await backend.refuse('POST', VERIFY, 503, 'The database is away.');
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    await press();
    await backend.answer('POST', VERIFY, null, 204);
    expect(await screen.findByText('Your address is verified.')).toBeVisible();
  });
});
