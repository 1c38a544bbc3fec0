import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../testing/backend';
import { makeProblem } from '../../testing/make';
import { ForgotPassword } from './forgot-password';

const FORGOT = '/api/auth/forgot_password/';
const ANSWER = 'If there is an account, a mail is on its way.';

async function renderPage() {
  await render(ForgotPassword, { providers: [provideRouter([]), provideBackend()] });
  return { backend: new Backend(), user: userEvent.setup() };
}

describe('ForgotPassword', () => {
  it('asks for a link, and never tells whether there is an account', async () => {
    const { backend, user } = await renderPage();
    await user.type(screen.getByLabelText('E-mail'), 'carla@example.com{Enter}');
    const { body } = await backend.answer('POST', FORGOT, null, 202);
    expect(body).toEqual({ email: 'carla@example.com' });
    expect(await screen.findByText(ANSWER)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Mail another link' })).toBeVisible();
  });

  it('wants something that looks like an address', async () => {
    const { backend, user } = await renderPage();
    await user.type(screen.getByLabelText('E-mail'), 'carla{Enter}');
    expect(await screen.findByText('This does not look like an e-mail address.')).toBeVisible();
    expect(backend.waiting('POST', FORGOT)).toHaveLength(0);
  });

  it('says when to try again after too many mails, and not that one is on its way', async () => {
    const { backend, user } = await renderPage();
    await user.type(screen.getByLabelText('E-mail'), 'carla@example.com{Enter}');
    await backend.answer('POST', FORGOT, makeProblem(429, 'Too often.'), 429, { 'Retry-After': '1800' });
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 30 min.');
    expect(screen.queryByText(ANSWER)).not.toBeInTheDocument();
  });

  it('leads back', async () => {
    await renderPage();
    expect(screen.getByRole('link', { name: 'Back to sign in' })).toHaveAttribute('href', '/login');
  });
});
