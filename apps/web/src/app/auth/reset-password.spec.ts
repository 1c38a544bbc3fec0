import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../testing/backend';
import { AuthStore } from '../core/session/auth-store';
import { ResetPassword } from './reset-password';

const RESET = '/api/auth/reset_password/';

async function renderPage() {
  await render(ResetPassword, {
    providers: [provideRouter([]), provideBackend()],
    inputs: { token: 'token-of-the-mail' },
  });
  const go = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  return { backend: new Backend(), go, user: userEvent.setup() };
}

describe('ResetPassword', () => {
  beforeEach(() => localStorage.clear());

  it('sets the password, forgets the session, and leads to the login page, which says so', async () => {
    const { backend, go, user } = await renderPage();
    const forget = jest.spyOn(TestBed.inject(AuthStore), 'forgetSession');
    await user.type(screen.getByLabelText('New password'), 'staple battery horse{Enter}');
    const { body } = await backend.answer('POST', RESET, null, 204);
    expect(body).toEqual({ token: 'token-of-the-mail', new_password: 'staple battery horse' });
    expect(forget).toHaveBeenCalled();
    expect(go).toHaveBeenCalledWith(['/login'], {
      queryParams: { notice: 'password-set' },
      replaceUrl: true,
    });
  });

  it('shows at the field what the server does not like about the password', async () => {
    const { backend, user } = await renderPage();
    await user.type(screen.getByLabelText('New password'), 'password{Enter}');
    await backend.refuse('POST', RESET, 400, 'Invalid.', [
      { pointer: '/new_password', detail: 'This password is too common.' },
    ]);
    expect(await screen.findByText('This password is too common.')).toBeVisible();
    expect(screen.getByLabelText('New password')).toBeInvalid();
  });

  it('says that a link is used up, and leads to another one instead of asking again', async () => {
    const { backend, user } = await renderPage();
    await user.type(screen.getByLabelText('New password'), 'staple battery horse{Enter}');
    await backend.refuse(
      'POST',
      RESET,
      400,
      'This link was used already or has expired. Ask for a new one.',
      [{ pointer: '/token', detail: 'Used already, or expired.' }],
      'link-not-good',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('This link was used already or has expired.');
    const way = screen.getByRole('link', { name: 'Ask for a new link' });
    expect(way).toHaveAttribute('href', '/forgot-password');
    expect(way).toHaveFocus();
    expect(screen.queryByLabelText('New password')).not.toBeInTheDocument();
  });

  it('keeps what was typed when the server is away', async () => {
    const { backend, user } = await renderPage();
    await user.type(screen.getByLabelText('New password'), 'staple battery horse{Enter}');
    await backend.refuse('POST', RESET, 503, 'The database is away.');
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    expect(screen.getByLabelText('New password')).toHaveValue('staple battery horse');
  });

  it('checks the length before it asks', async () => {
    const { backend, user } = await renderPage();
    await user.type(screen.getByLabelText('New password'), 'short{Enter}');
    expect(await screen.findByText('New password must have at least 8 characters.')).toBeVisible();
    expect(backend.waiting('POST', RESET)).toHaveLength(0);
  });
});
