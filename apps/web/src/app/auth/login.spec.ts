import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../testing/backend';
import { makeSession } from '../../testing/make';
import { Login } from './login';

async function renderLogin(return_url?: string) {
  await render(Login, { providers: [provideRouter([]), provideBackend()], inputs: { return_url } });
  const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  return { backend: new Backend(), go, user: userEvent.setup() };
}

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('E-mail'), 'carla@example.com');
  await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
}

describe('Login', () => {
  beforeEach(() => localStorage.clear());

  it('signs in and goes to where one wanted to go', async () => {
    const { backend, go, user } = await renderLogin('/tickets/182');
    await fillIn(user);
    await backend.answer('POST', '/api/auth/login/', makeSession());
    expect(go).toHaveBeenCalledWith('/tickets/182');
  });

  it('goes nowhere outside of the app', async () => {
    const { backend, go, user } = await renderLogin('//evil.example');
    await fillIn(user);
    await backend.answer('POST', '/api/auth/login/', makeSession());
    expect(go).toHaveBeenCalledWith('/tickets');
  });

  it('says that e-mail or password is wrong, not which', async () => {
    const { backend, user } = await renderLogin();
    await fillIn(user);
    await backend.refuse('POST', '/api/auth/login/', 401);
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is wrong.');
  });

  it('says what else went wrong', async () => {
    const { backend, user } = await renderLogin();
    await fillIn(user);
    await backend.refuse('POST', '/api/auth/login/', 429, 'Too many attempts. Wait a minute.');
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many attempts. Wait a minute.');
  });

  it('asks for what is missing before it asks the server, and goes there', async () => {
    const { backend, user } = await renderLogin();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('E-mail is missing.')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveFocus();
    expect(screen.getByLabelText('E-mail')).toBeInvalid();
    expect(backend.waiting('POST', '/api/auth/login/')).toHaveLength(0);
  });

  it('keeps quiet about fields that nobody has touched', async () => {
    await renderLogin();
    expect(screen.queryByText('E-mail is missing.')).not.toBeInTheDocument();
  });

  it('takes the way back along to the registration', async () => {
    await renderLogin('/tickets/182');
    expect(screen.getByRole('link', { name: 'Create an account' })).toHaveAttribute(
      'href',
      '/register?return_url=%2Ftickets%2F182',
    );
  });
});
