import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../testing/backend';
import { makeProblem, makeSession } from '../../testing/make';
import { Login } from './login';

const LOGIN = '/api/auth/login/';

async function renderLogin(return_url?: string, notice?: string) {
  await render(Login, { providers: [provideRouter([]), provideBackend()], inputs: { return_url, notice } });
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
    await backend.answer('POST', LOGIN, makeSession());
    expect(go).toHaveBeenCalledWith('/tickets/182');
  });

  it('goes nowhere outside of the app', async () => {
    const { backend, go, user } = await renderLogin('//evil.example');
    await fillIn(user);
    await backend.answer('POST', LOGIN, makeSession());
    expect(go).toHaveBeenCalledWith('/tickets');
  });

  it('says that e-mail or password is wrong, not which', async () => {
    const { backend, user } = await renderLogin();
    await fillIn(user);
    await backend.refuse('POST', LOGIN, 401, 'E-mail or password is wrong.', [], 'bad-credentials');
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail or password is wrong.');
    expect(screen.getByLabelText('E-mail')).toHaveValue('carla@example.com');
  });

  it('says what else went wrong', async () => {
    const { backend, user } = await renderLogin();
    await fillIn(user);
    await backend.refuse('POST', LOGIN, 429, 'Too many attempts. Wait a minute.');
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many attempts. Wait a minute.');
  });

  it('says when to try again after too many tries', async () => {
    const { backend, user } = await renderLogin();
    await fillIn(user);
    await backend.answer('POST', LOGIN, makeProblem(429, 'Too often.'), 429, { 'Retry-After': '840' });
    expect(await screen.findByRole('alert')).toHaveTextContent('That was too often. Try again in 14 min.');
  });

  it('tells that a new password was set', async () => {
    await renderLogin(undefined, 'password-set');
    expect(screen.getByRole('status')).toHaveTextContent('Your password is set. Sign in with it.');
  });

  it('leads to a new password', async () => {
    await renderLogin();
    expect(screen.getByRole('link', { name: 'Forgot password?' })).toHaveAttribute(
      'href',
      '/forgot-password',
    );
  });

  it('asks for what is missing before it asks the server, and goes there', async () => {
    const { backend, user } = await renderLogin();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('E-mail is missing.')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveFocus();
    expect(screen.getByLabelText('E-mail')).toBeInvalid();
    expect(backend.waiting('POST', LOGIN)).toHaveLength(0);
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

describe('Login with two-factor sign-in', () => {
  beforeEach(() => localStorage.clear());

  async function renderCodeStep() {
    const set = await renderLogin('/tickets/182');
    await fillIn(set.user);
    await set.backend.refuse('POST', LOGIN, 401, 'Enter the code.', NEEDS_CODE, 'two-factor-required');
    return { ...set, field: await screen.findByLabelText('Code') };
  }
  const NEEDS_CODE = [{ pointer: '/code', detail: 'Six digits of the app, or a recovery code.' }];
  const WRONG_CODE = [{ pointer: '/code', detail: 'Wrong, or used already.' }];

  it('asks for the code as phones know it, and says nothing of an error', async () => {
    const { field } = await renderCodeStep();
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    expect(field).toHaveAttribute('inputmode', 'numeric');
    expect(field).toHaveAccessibleDescription('Six digits of your authenticator app.');
    expect(field).not.toHaveAttribute('aria-invalid');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('sends e-mail, password and code together', async () => {
    const { backend, field, go, user } = await renderCodeStep();
    await user.type(field, ' 123456 {Enter}');
    const { body } = await backend.answer('POST', LOGIN, makeSession());
    expect(body).toMatchObject({ email: 'carla@example.com', password: 'correct horse', code: '123456' });
    expect(go).toHaveBeenCalledWith('/tickets/182');
  });

  it('says at the field that the code is wrong, and goes there', async () => {
    const { backend, field, user } = await renderCodeStep();
    await user.type(field, '000000');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await backend.refuse('POST', LOGIN, 401, 'Wrong code.', WRONG_CODE, 'two-factor-wrong');
    expect(await screen.findByText('Wrong, or used already.')).toBeVisible();
    expect(field).toBeInvalid();
    expect(field).toHaveFocus();
  });

  it('takes a recovery code in the same field', async () => {
    const { backend, user } = await renderCodeStep();
    await user.click(screen.getByRole('button', { name: 'Use a recovery code' }));
    const field = screen.getByLabelText('Recovery code');
    expect(field).toHaveAttribute('inputmode', 'text');
    await user.type(field, 'abcd-efgh{Enter}');
    expect((await backend.next('POST', LOGIN)).request.body).toMatchObject({ code: 'abcd-efgh' });
  });

  it('does not send without a code', async () => {
    const { backend, user } = await renderCodeStep();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('Code is missing.')).toBeVisible();
    expect(backend.waiting('POST', LOGIN)).toHaveLength(0);
  });

  it('leads back to e-mail and password, which are kept', async () => {
    const { user } = await renderCodeStep();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByLabelText('E-mail')).toHaveValue('carla@example.com');
    expect(screen.getByLabelText('Password')).toHaveValue('correct horse');
  });

  it('leads back by itself when the password is no longer right', async () => {
    const { backend, field, user } = await renderCodeStep();
    await user.type(field, '123456{Enter}');
    await backend.refuse('POST', LOGIN, 401, 'E-mail or password is wrong.', [], 'bad-credentials');
    expect(await screen.findByLabelText('Password')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('E-mail or password is wrong.');
  });
});
