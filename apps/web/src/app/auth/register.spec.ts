import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../testing/backend';
import { makeSession } from '../../testing/make';
import { Register } from './register';

async function renderForm() {
  await render(Register, { providers: [provideRouter([]), provideBackend()] });
  const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  return { backend: new Backend(), go, user: userEvent.setup() };
}

async function fillIn(user: ReturnType<typeof userEvent.setup>, password = 'correct horse') {
  await user.type(screen.getByLabelText('First name'), 'Carla');
  await user.type(screen.getByLabelText('Last name'), 'Customer');
  await user.type(screen.getByLabelText('E-mail'), 'carla@example.com');
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Create account' }));
}

describe('Register', () => {
  beforeEach(() => localStorage.clear());

  it('makes an account and goes to the tickets', async () => {
    const { backend, go, user } = await renderForm();
    await fillIn(user);
    const { body } = await backend.answer('POST', '/api/auth/register/', makeSession(), 201);
    expect(body).toMatchObject({ email: 'carla@example.com', first_name: 'Carla', last_name: 'Customer' });
    expect(go).toHaveBeenCalledWith('/tickets');
  });

  it('says at the field that the server did not like it', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user);
    await backend.refuse('POST', '/api/auth/register/', 409, 'Taken.', [
      { pointer: '/email', detail: 'This e-mail address has an account already.' },
    ]);
    expect(await screen.findByText('This e-mail address has an account already.')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(
      'This e-mail address has an account already.',
    );
  });

  it('says above the form what belongs to no field', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user);
    await backend.refuse('POST', '/api/auth/register/', 503, 'The database is away.');
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
  });

  it('wants eight characters for a password', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user, 'short');
    expect(await screen.findByText('Password must have at least 8 characters.')).toBeVisible();
    expect(backend.waiting('POST', '/api/auth/register/')).toHaveLength(0);
  });

  it('checks a field when one leaves it', async () => {
    const { user } = await renderForm();
    await user.type(screen.getByLabelText('E-mail'), 'not an address');
    expect(screen.queryByText('This does not look like an e-mail address.')).not.toBeInTheDocument();
    await user.tab();
    expect(await screen.findByText('This does not look like an e-mail address.')).toBeVisible();
  });

  it('takes a name of spaces for none', async () => {
    const { user } = await renderForm();
    await user.type(screen.getByLabelText('First name'), '   ');
    await user.tab();
    expect(await screen.findByText('First name is missing.')).toBeVisible();
  });
});
