import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { provideBackend } from '../../../testing/backend';
import { REQUESTER_CAN, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { TicketStore } from '../data/ticket-store';
import { TicketHeading } from './ticket-heading';

async function renderHeading(facts: Parameters<typeof makeTicket>[0] = {}) {
  const view = await render(TicketHeading, {
    providers: [provideBackend(), provideSignedIn()],
    inputs: { ticket: makeTicket(facts) },
  });
  const edit = jest.spyOn(TestBed.inject(TicketStore), 'edit').mockResolvedValue(true);
  return { ...view, edit, user: userEvent.setup() };
}

async function startEditing(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole('button', { name: 'Edit title' }));
  return screen.findByRole('textbox', { name: 'Title' });
}

describe('TicketHeading', () => {
  it('is the heading of the page', async () => {
    await renderHeading();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The printer hums');
  });

  it('changes the title in place', async () => {
    const { edit, user } = await renderHeading();
    const field = await startEditing(user);
    expect(field).toHaveValue('The printer hums');
    await user.clear(field);
    await user.type(field, '  The printer sings {Enter}');
    expect(edit).toHaveBeenCalledWith(182, expect.objectContaining({ look: { title: 'The printer sings' } }));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('saves nothing when nothing changed', async () => {
    const { edit, user } = await renderHeading();
    await startEditing(user);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(edit).not.toHaveBeenCalled();
  });

  it('does not save a title that is too short, and says why', async () => {
    const { edit, user } = await renderHeading();
    const field = await startEditing(user);
    await user.clear(field);
    await user.type(field, 'ab{Enter}');
    expect(field).toHaveAccessibleDescription('A title has at least 3 characters.');
    expect(edit).not.toHaveBeenCalled();
  });

  it('gives up on Escape', async () => {
    const { edit, user } = await renderHeading();
    await user.type(await startEditing(user), 'x{Escape}');
    expect(screen.getByRole('heading')).toHaveTextContent('The printer hums');
    expect(edit).not.toHaveBeenCalled();
  });

  it('stops editing when another ticket opens', async () => {
    const { rerender, user } = await renderHeading();
    await startEditing(user);
    await rerender({ inputs: { ticket: makeTicket({ id: 7, title: 'Another one' }) } });
    expect(screen.getByRole('heading')).toHaveTextContent('Another one');
  });

  it('cannot be edited by who may not', async () => {
    await renderHeading({ can: { ...REQUESTER_CAN, edit: false } });
    expect(screen.queryByRole('button', { name: 'Edit title' })).not.toBeInTheDocument();
  });
});
