import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { TagRef } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeTag } from '../../../testing/make';
import { TagPicker } from './tag-picker';

const REFUND = makeTag({ id: 2, name: 'refund', color: 'green' });
const RELEASE = makeTag({ id: 3, name: 'Waiting for a release', color: 'blue' });
const VIP = makeTag();

async function renderPicker(tags: TagRef[] = [], most = 20) {
  Element.prototype.scrollIntoView = jest.fn();
  const picked = jest.fn();
  const { rerender } = await render(TagPicker, {
    providers: [provideBackend()],
    inputs: { prompt: 'Add a tag', tags, most },
    on: { picked },
  });
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Tags' });
  return { backend: new Backend(), field, picked, rerender, user: userEvent.setup() };
}

async function openPicker(tags: TagRef[] = [], most = 20) {
  const page = await renderPicker(tags, most);
  await page.user.click(page.field);
  await page.backend.answer('GET', '/api/tags/', { results: [REFUND, VIP, RELEASE] });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
  return page;
}

describe('TagPicker', () => {
  it('shows what is chosen, and asks nobody', async () => {
    const { backend } = await renderPicker([VIP]);
    expect(screen.getByText('VIP')).toBeVisible();
    expect(backend.waiting('GET', '/api/tags/')).toHaveLength(0);
  });

  it('adds one, in the order of names, and stays open for another one', async () => {
    const { picked, user } = await openPicker([VIP]);
    await user.click(screen.getByRole('option', { name: 'refund' }));
    expect(picked).toHaveBeenCalledWith([REFUND, VIP]);
    expect(screen.getAllByRole('option')).toHaveLength(3);
  });

  it('tells which are chosen, and takes one off that is picked again', async () => {
    const { picked, user } = await openPicker([VIP]);
    expect(screen.getByRole('option', { name: 'VIP' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('option', { name: 'refund' })).toHaveAttribute('aria-selected', 'false');
    await user.click(screen.getByRole('option', { name: 'VIP' }));
    expect(picked).toHaveBeenCalledWith([]);
  });

  it('finds by part of the name in any case, and picks by keys', async () => {
    const { field, picked, user } = await openPicker();
    await user.keyboard('RELE');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(picked).toHaveBeenCalledWith([RELEASE]);
    expect(field).toHaveValue('');
  });

  it('offers while somebody types only what can be added: Enter takes nothing off', async () => {
    const { user } = await openPicker([REFUND]);
    await user.keyboard('re');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    expect(screen.getByRole('option', { name: 'Waiting for a release' })).toBeVisible();
  });

  it('takes one off by its button, and keeps the focus', async () => {
    const { field, picked, user } = await renderPicker([REFUND, VIP]);
    await user.click(screen.getByRole('button', { name: 'Remove tag refund' }));
    expect(picked).toHaveBeenCalledWith([VIP]);
    expect(field).toHaveFocus();
  });

  it('makes no new ones', async () => {
    const { picked, user } = await openPicker();
    await user.keyboard('unheard of');
    expect(await screen.findByText('No other tag has that name.')).toBeVisible();
    await user.keyboard('{Enter}');
    expect(picked).not.toHaveBeenCalled();
  });

  it('adds no more than there may be', async () => {
    const { picked, user } = await openPicker([VIP], 1);
    expect(screen.getByText('No more than 1 can be chosen.')).toBeVisible();
    await user.click(screen.getByRole('option', { name: 'refund' }));
    expect(picked).not.toHaveBeenCalled();
  });

  it('says where tags are made when there are none', async () => {
    const { backend, field, user } = await renderPicker();
    await user.click(field);
    await backend.answer('GET', '/api/tags/', { results: [] });
    expect(await screen.findByText('No tags yet. Make them in the admin area.')).toBeVisible();
  });

  it('says when they could not be loaded', async () => {
    const { backend, field, user } = await renderPicker();
    await user.click(field);
    await backend.refuse('GET', '/api/tags/', 503);
    expect(await screen.findByText('The tags could not be loaded.')).toBeVisible();
  });
});
