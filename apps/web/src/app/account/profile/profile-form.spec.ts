import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeMe } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { AuthStore } from '../../core/session/auth-store';
import { Toaster } from '../../ui/toaster';
import { ProfileForm } from './profile-form';

const ME = '/api/auth/me/';

async function renderForm() {
  await render(ProfileForm, { providers: [provideBackend(), provideSignedIn()] });
  return { backend: new Backend(), user: userEvent.setup() };
}

describe('ProfileForm', () => {
  it('saves the name, and everything that shows it knows', async () => {
    const { backend, user } = await renderForm();
    expect(screen.getByLabelText('First name')).toHaveValue('Carla');
    await user.clear(screen.getByLabelText('Last name'));
    await user.type(screen.getByLabelText('Last name'), ' Kundin {Enter}');
    const changed = { ...makeMe(), name: 'Carla Kundin', last_name: 'Kundin' };
    const { body } = await backend.answer('PATCH', ME, changed);
    expect(body).toEqual({ first_name: 'Carla', last_name: 'Kundin' });
    expect(TestBed.inject(AuthStore).me()?.name).toBe('Carla Kundin');
    expect(TestBed.inject(Toaster).toasts()[0]?.text).toBe('Name saved.');
  });

  it('wants a name', async () => {
    const { backend, user } = await renderForm();
    await user.clear(screen.getByLabelText('First name'));
    await user.click(screen.getByRole('button', { name: 'Save name' }));
    expect(await screen.findByText('First name is missing.')).toBeVisible();
    expect(backend.waiting('PATCH', ME)).toHaveLength(0);
  });

  it('says at the field what the server does not like', async () => {
    const { backend, user } = await renderForm();
    await user.click(screen.getByRole('button', { name: 'Save name' }));
    await backend.refuse('PATCH', ME, 400, 'Invalid.', [{ pointer: '/last_name', detail: 'Not this one.' }]);
    expect(await screen.findByText('Not this one.')).toBeVisible();
  });
});
