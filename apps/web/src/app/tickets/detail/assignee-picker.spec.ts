import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { UserRef } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, GRACE, makePage } from '../../../testing/make';
import { AssigneePicker } from './assignee-picker';

async function renderPicker(assignee: UserRef | null = null) {
  const picked = jest.fn();
  await render(AssigneePicker, { providers: [provideBackend()], inputs: { assignee }, on: { picked } });
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Assignee' });
  return { backend: new Backend(), field, picked, user: userEvent.setup() };
}

describe('AssigneePicker', () => {
  it('shows who has the ticket, and asks nobody', async () => {
    const { backend, field } = await renderPicker(GRACE);
    expect(field).toHaveValue('Grace Hopper');
    expect(backend.waiting('GET', '/api/users/')).toHaveLength(0);
  });

  it('offers all admins and nobody', async () => {
    const { backend, field, user } = await renderPicker(GRACE);
    await user.click(field);
    const { params } = await backend.answer('GET', '/api/users/', makePage([ADA, GRACE]));
    expect(params.get('role')).toBe('admin');
    await waitFor(() =>
      expect(screen.getAllByRole('option').map((option) => option.textContent?.trim())).toEqual([
        'Nobody',
        'Ada Lovelace',
        'Grace Hopper',
      ]),
    );
  });

  it('picks by click', async () => {
    const { backend, field, picked, user } = await renderPicker();
    await user.click(field);
    await backend.answer('GET', '/api/users/', makePage([ADA, GRACE]));
    await user.click(await screen.findByRole('option', { name: 'Ada Lovelace' }));
    expect(picked).toHaveBeenCalledWith(ADA);
  });

  it('takes the ticket away from everybody', async () => {
    const { backend, field, picked, user } = await renderPicker(ADA);
    await user.click(field);
    await backend.answer('GET', '/api/users/', makePage([ADA]));
    await user.click(await screen.findByRole('option', { name: 'Nobody' }));
    expect(picked).toHaveBeenCalledWith(null);
  });

  it('finds by name, and picks by keys', async () => {
    const { backend, field, picked, user } = await renderPicker();
    await user.click(field);
    await backend.answer('GET', '/api/users/', makePage([ADA, GRACE]));
    await user.keyboard('gra');
    const { params } = await backend.answer('GET', '/api/users/', makePage([GRACE]));
    expect(params.get('q')).toBe('gra');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(picked).toHaveBeenCalledWith(GRACE);
  });

  it('puts the name back when one leaves without picking', async () => {
    const { backend, field, picked, user } = await renderPicker(GRACE);
    await user.click(field);
    await backend.answer('GET', '/api/users/', makePage([ADA, GRACE]));
    await user.keyboard('xyz');
    await user.tab();
    expect(field).toHaveValue('Grace Hopper');
    expect(picked).not.toHaveBeenCalled();
  });
});
