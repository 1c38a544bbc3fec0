import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { provideSignedIn } from '../../../testing/signed-in';
import { Toaster } from '../../ui/toaster';
import { PasswordForm } from './password-form';

const CHANGE = '/api/auth/change_password/';

async function renderForm() {
  await render(PasswordForm, { providers: [provideBackend(), provideSignedIn()] });
  return { backend: new Backend(), user: userEvent.setup() };
}

async function fillIn(user: ReturnType<typeof userEvent.setup>, wanted: string) {
  await user.type(screen.getByLabelText('Current password'), 'correct horse');
  await user.type(screen.getByLabelText('New password'), `${wanted}{Enter}`);
}

describe('PasswordForm', () => {
  it('changes the password, forgets what was typed, and says that other sessions ended', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user, 'staple battery');
    const { body } = await backend.answer('POST', CHANGE, null, 204);
    expect(body).toEqual({ current_password: 'correct horse', new_password: 'staple battery' });
    expect(TestBed.inject(Toaster).toasts()[0]?.text).toMatch(/other sessions have ended/);
    expect(screen.getByLabelText('New password')).toHaveValue('');
    expect(screen.getByLabelText('Current password')).not.toHaveAttribute('aria-invalid');
  });

  it('says beforehand that other sessions will end', async () => {
    await renderForm();
    expect(screen.getByText(/ends your other sessions/)).toBeVisible();
  });

  it('shows each error at its field', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user, 'staple battery');
    await backend.refuse('POST', CHANGE, 400, 'Invalid.', [
      { pointer: '/current_password', detail: 'This is not the current password.' },
    ]);
    expect(await screen.findByText('This is not the current password.')).toBeVisible();
    expect(screen.getByLabelText('Current password')).toBeInvalid();
    expect(screen.getByLabelText('New password')).toHaveValue('staple battery');
  });

  it('checks the length before it asks', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user, 'short');
    expect(await screen.findByText('New password must have at least 8 characters.')).toBeVisible();
    expect(backend.waiting('POST', CHANGE)).toHaveLength(0);
  });
});
