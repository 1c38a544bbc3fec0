import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { TicketView } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../testing/backend';
import {
  ADA,
  ADMIN_CAN,
  CARLA,
  GRACE,
  REQUESTER_CAN,
  makeMe,
  makeTag,
  makeTicket,
} from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { TicketStore } from '../data/ticket-store';
import { TicketProperties } from './ticket-properties';

async function renderProperties(facts: Partial<TicketView> = {}, person = ADA) {
  const ticket = makeTicket(facts);
  await render(TicketProperties, {
    providers: [provideBackend(), provideSignedIn(makeMe(person))],
    inputs: { ticket },
  });
  const edit = jest.spyOn(TestBed.inject(TicketStore), 'edit').mockResolvedValue(true);
  return { edit, backend: new Backend(), user: userEvent.setup() };
}

const labelsOf = (name: string) =>
  Array.from(screen.getByRole<HTMLSelectElement>('combobox', { name }).options, ({ text }) => text.trim());

const choose = (user: ReturnType<typeof userEvent.setup>, property: string, value: string) =>
  user.selectOptions(screen.getByRole('combobox', { name: property }), value);

describe('TicketProperties', () => {
  it('offers admins the moves that are legal now', async () => {
    await renderProperties({ status: 'closed' });
    expect(labelsOf('Status')).toEqual(['Open', 'Closed']);
  });

  it('saves a status as soon as it is chosen', async () => {
    const { edit, user } = await renderProperties();
    await choose(user, 'Status', 'in_progress');
    expect(edit).toHaveBeenCalledWith(182, expect.objectContaining({ look: { status: 'in_progress' } }));
  });

  it('saves priority and category', async () => {
    const { edit, user } = await renderProperties();
    await choose(user, 'Priority', 'urgent');
    await choose(user, 'Category', 'billing');
    expect(edit).toHaveBeenCalledWith(182, expect.objectContaining({ look: { priority: 'urgent' } }));
    expect(edit).toHaveBeenCalledWith(182, expect.objectContaining({ look: { category: 'billing' } }));
  });

  it('saves tags as soon as one is picked, with the way back', async () => {
    const { edit, backend, user } = await renderProperties({ tags: [makeTag()] });
    await user.click(screen.getByRole('combobox', { name: 'Tags' }));
    const refund = makeTag({ id: 2, name: 'refund', color: 'green' });
    await backend.answer('GET', '/api/tags/', { results: [refund, makeTag()] });
    await user.click(await screen.findByRole('option', { name: 'refund' }));
    expect(edit).toHaveBeenCalledWith(182, {
      look: { tags: [refund, makeTag()] },
      send: expect.any(Function),
      said: 'Tagged refund.',
      undo: expect.objectContaining({ look: { tags: [makeTag()] }, said: 'Tag refund removed.' }),
    });
  });

  it('shows customers nothing of tags', async () => {
    await renderProperties({ can: REQUESTER_CAN }, CARLA);
    expect(screen.queryByText('Tags')).not.toBeInTheDocument();
  });

  it('shows customers the status in their words, and no way to change it', async () => {
    await renderProperties({ can: REQUESTER_CAN, status: 'pending_user' }, CARLA);
    expect(screen.getByText('Waiting for you')).toBeVisible();
    expect(screen.queryByRole('combobox', { name: 'Status' })).not.toBeInTheDocument();
    expect(screen.queryByRole('combobox', { name: 'Assignee' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /feedback/ })).not.toBeInTheDocument();
  });

  it('lets customers change priority and category of an open ticket only', async () => {
    await renderProperties({ can: { ...REQUESTER_CAN, edit: false } }, CARLA);
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });

  it('asks the ticket what may be done, not who asks', async () => {
    await renderProperties({ can: { ...ADMIN_CAN, assign: false }, assigned_to: GRACE });
    expect(screen.queryByRole('combobox', { name: 'Assignee' })).not.toBeInTheDocument();
    expect(screen.getByText('Grace Hopper')).toBeVisible();
  });

  it('changes the status with feedback to the requester', async () => {
    const { edit, user } = await renderProperties();
    await user.click(screen.getByRole('button', { name: 'Change with feedback…' }));
    expect(await screen.findByRole('dialog', { name: 'Change status' })).toBeInTheDocument();
    expect(screen.getByLabelText('New status')).toHaveValue('resolved');
    await user.type(screen.getByLabelText('Feedback to the requester'), ' New plug. ');
    await user.click(screen.getByRole('button', { name: 'Change status' }));
    expect(edit).toHaveBeenCalledWith(
      182,
      expect.objectContaining({ look: { status: 'resolved', admin_feedback: 'New plug.' } }),
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('shows admins how the requester rated it', async () => {
    const rating = { score: 4, comment: 'Quick and friendly.', created_at: '2026-11-24T12:00:00.000Z' };
    await renderProperties({ status: 'resolved', rating });
    expect(screen.getByText('4 of 5')).toBeVisible();
    expect(screen.getByText('Quick and friendly.')).toBeVisible();
  });

  it('shows no rating where there is none', async () => {
    await renderProperties({ status: 'resolved' });
    expect(screen.queryByText('Rating')).not.toBeInTheDocument();
  });
});
