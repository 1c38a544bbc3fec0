import { TestBed } from '@angular/core/testing';
import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { TicketView } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, ADMIN_CAN, CARLA, REQUESTER_CAN, makeComment, makeMe, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { Toaster } from '../../ui/toaster';
import { Composer } from './composer';

const ADD = '/api/tickets/182/add_comment/';
const TICKET = '/api/tickets/182/';

async function renderComposer(facts: Partial<TicketView> = {}, person = ADA) {
  const ticket = makeTicket({ can: person === ADA ? ADMIN_CAN : REQUESTER_CAN, ...facts });
  const view = await render(Composer, {
    providers: [provideBackend(), provideSignedIn(makeMe(person))],
    inputs: { ticket },
  });
  return { ...view, ticket, backend: new Backend(), user: userEvent.setup() };
}

const reply = () => screen.getByRole('textbox', { name: 'Reply' });

describe('Composer', () => {
  beforeEach(() => localStorage.clear());

  it('sends a reply and is empty again', async () => {
    const { backend, user } = await renderComposer();
    await user.type(reply(), 'Try another plug.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    const { body } = await backend.answer('POST', ADD, makeComment(), 201);
    await backend.answer('GET', TICKET, makeTicket());
    expect(body).toEqual({ content: 'Try another plug.', is_internal: false });
    expect(reply()).toHaveValue('');
  });

  it('sends by Ctrl Enter', async () => {
    const { backend, user } = await renderComposer();
    await user.type(reply(), 'Quick{Control>}{Enter}{/Control}');
    expect((await backend.next('POST', ADD)).request.body).toMatchObject({ content: 'Quick' });
  });

  it('sends nothing that is empty', async () => {
    const { backend, user } = await renderComposer();
    await user.type(reply(), '   {Control>}{Enter}{/Control}');
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    expect(backend.waiting('POST', ADD)).toHaveLength(0);
  });

  it('keeps the text when sending fails', async () => {
    const { backend, user } = await renderComposer();
    await user.type(reply(), 'Precious');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await backend.refuse('POST', ADD, 503, 'The database is away.');
    expect(await screen.findByRole('alert')).toHaveTextContent('It was not sent. The database is away.');
    expect(reply()).toHaveValue('Precious');
    expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled();
  });

  it('says so elsewhere when one has gone on to another ticket before sending failed', async () => {
    const { backend, rerender, user } = await renderComposer();
    await user.type(reply(), 'Precious');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    const sending = await backend.next('POST', ADD);
    await rerender({ inputs: { ticket: makeTicket({ id: 7 }) } });
    sending.error(new ProgressEvent('error'));
    await waitFor(() =>
      expect(TestBed.inject(Toaster).toasts()[0]?.text).toBe(
        'Your text on #182 was not sent. It is kept there.',
      ),
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await rerender({ inputs: { ticket: makeTicket() } });
    expect(reply()).toHaveValue('Precious');
  });

  it('sends once, however often one clicks', async () => {
    const { backend, user } = await renderComposer();
    await user.type(reply(), 'Once');
    await user.dblClick(screen.getByRole('button', { name: 'Send' }));
    expect(backend.waiting('POST', ADD)).toHaveLength(1);
  });

  it('writes internal notes that cannot be mistaken for replies', async () => {
    const { backend, user } = await renderComposer();
    await user.click(screen.getByRole('tab', { name: 'Internal note' }));
    expect(screen.getByText('Only admins see this.')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Internal note' }), 'Between us');
    expect(screen.queryByRole('button', { name: 'Send' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add internal note' }));
    expect((await backend.next('POST', ADD)).request.body).toEqual({
      content: 'Between us',
      is_internal: true,
    });
  });

  it('puts the cursor into the text that one wants to write', async () => {
    const { fixture } = await renderComposer();
    fixture.componentInstance.write('note');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Internal note' })).toHaveFocus());
    fixture.componentInstance.write('reply');
    await waitFor(() => expect(reply()).toHaveFocus());
  });

  it('offers customers replies only', async () => {
    await renderComposer({}, CARLA);
    expect(screen.getAllByRole('tab')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'More ways to send' })).not.toBeInTheDocument();
  });

  it('leaves the room of a phone to the rating until somebody wants to write', async () => {
    const can = { ...REQUESTER_CAN, rate: true };
    const { user } = await renderComposer({ status: 'resolved', can }, CARLA);
    await user.click(screen.getByRole('button', { name: 'Write a reply' }));
    await waitFor(() => expect(reply()).toHaveFocus());
    expect(screen.queryByRole('button', { name: 'Write a reply' })).not.toBeInTheDocument();
  });

  it('hides no text that was kept', async () => {
    localStorage.setItem(
      'ticketing.draft.3.ticket-182-reply',
      JSON.stringify({ value: 'Half a thought', savedAt: '2026-11-24T12:00:00Z' }),
    );
    await renderComposer({ status: 'resolved', can: { ...REQUESTER_CAN, rate: true } }, CARLA);
    expect(screen.queryByRole('button', { name: 'Write a reply' })).not.toBeInTheDocument();
    expect(reply()).toHaveValue('Half a thought');
  });

  it('sends and resolves', async () => {
    const { backend, user } = await renderComposer();
    await user.type(reply(), 'Solved.');
    await user.click(screen.getByRole('button', { name: 'More ways to send' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Send and resolve' }));
    await backend.answer('POST', ADD, makeComment(), 201);
    await backend.answer('GET', TICKET, makeTicket({ version: 2 }));
    await backend.answer('GET', TICKET, makeTicket({ version: 2 }));
    const status = await backend.next('PATCH', '/api/tickets/182/update_status/');
    expect(status.request.body).toEqual({ status: 'resolved' });
  });

  it('does not change the status when the reply was not sent', async () => {
    const { backend, user } = await renderComposer();
    await user.type(reply(), 'Solved.');
    await user.click(screen.getByRole('button', { name: 'More ways to send' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Send and resolve' }));
    await backend.refuse('POST', ADD, 503);
    expect(backend.waiting('PATCH', '/api/tickets/182/update_status/')).toHaveLength(0);
  });

  it('offers only moves that are legal', async () => {
    await renderComposer({ status: 'resolved' });
    expect(screen.queryByRole('button', { name: 'More ways to send' })).not.toBeInTheDocument();
  });

  it('restores what was typed before a reload', async () => {
    const first = await renderComposer();
    await first.user.type(reply(), 'Half a thought');
    first.fixture.destroy();
    TestBed.resetTestingModule();

    await renderComposer();
    expect(reply()).toHaveValue('Half a thought');
    expect(screen.getByText(/^Draft from .* restored\.$/)).toBeVisible();
  });

  it('throws a restored draft away when told to', async () => {
    const first = await renderComposer();
    await first.user.type(reply(), 'Half a thought');
    first.fixture.destroy();
    TestBed.resetTestingModule();

    const { user } = await renderComposer();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(reply()).toHaveValue('');
    expect(screen.queryByText(/restored/)).not.toBeInTheDocument();
  });

  it('keeps a draft for each ticket', async () => {
    const { rerender, user } = await renderComposer();
    await user.type(reply(), 'About the printer');
    await rerender({ inputs: { ticket: makeTicket({ id: 7 }) } });
    expect(reply()).toHaveValue('');
    await rerender({ inputs: { ticket: makeTicket() } });
    expect(reply()).toHaveValue('About the printer');
  });

  it('keeps a draft for each kind of message', async () => {
    const { user } = await renderComposer();
    await user.type(reply(), 'To you');
    await user.click(screen.getByRole('tab', { name: 'Internal note' }));
    expect(screen.getByRole('textbox', { name: 'Internal note' })).toHaveValue('');
    await user.click(screen.getByRole('tab', { name: 'Reply' }));
    expect(reply()).toHaveValue('To you');
  });

  it('says how much is too much', async () => {
    const { fixture } = await renderComposer();
    fixture.componentInstance['keep']('x'.repeat(20_003));
    fixture.detectChanges();
    expect(screen.getByText('3 characters too long.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  });
});
