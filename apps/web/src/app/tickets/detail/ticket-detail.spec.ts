import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { TicketView, TimelineEntry } from '@ticketing/contracts';
import { ActionRegistry } from '../../core/actions/action-registry';
import { Backend, provideBackend } from '../../../testing/backend';
import {
  ADA,
  ADMIN_CAN,
  CARLA,
  REQUESTER_CAN,
  makeChange,
  makeMe,
  makeMessage,
  makePage,
  makeTicket,
} from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { OpenTicketStore } from '../data/open-ticket-store';
import { TicketDetail } from './ticket-detail';

const TICKET = '/api/tickets/182/';
const TIMELINE = '/api/tickets/182/timeline/';

async function renderDetail(person = ADA) {
  localStorage.clear();
  await render(TicketDetail, {
    providers: [provideRouter([]), provideBackend(), provideSignedIn(makeMe(person))],
  });
  TestBed.inject(OpenTicketStore).open(182);
  return { backend: new Backend(), user: userEvent.setup() };
}

async function renderTicket(facts: Partial<TicketView>, entries: TimelineEntry[] = [], person = ADA) {
  const set = await renderDetail(person);
  await set.backend.answer(
    'GET',
    TICKET,
    makeTicket({ can: person === ADA ? ADMIN_CAN : REQUESTER_CAN, ...facts }),
  );
  await set.backend.answer('GET', TIMELINE, makePage(entries));
  await screen.findByRole('heading', { level: 1, name: facts.title ?? 'The printer hums' });
  return set;
}

const note = makeMessage(2, { content: 'Between us', is_internal: true });
const answer = makeMessage(1, { content: 'Try another plug.' });

describe('TicketDetail', () => {
  it('reads from the description to the newest message', async () => {
    await renderTicket({}, [note, answer]);
    const names = screen.getAllByRole('article').map((message) => message.getAttribute('aria-label'));
    expect(names).toEqual([
      'Description by Carla Customer',
      'Message by Ada Lovelace',
      'Internal note by Ada Lovelace',
    ]);
  });

  it('says on an internal note that only admins see it', async () => {
    await renderTicket({}, [note, answer]);
    const internal = within(screen.getByRole('article', { name: /^Internal note/ }));
    expect(internal.getByText('Only admins see this.')).toBeVisible();
    expect(within(screen.getByRole('article', { name: /^Message/ })).queryByText(/Only admins/)).toBeNull();
  });

  it('puts what the team said at the end on top', async () => {
    await renderTicket({ status: 'resolved', admin_feedback: 'A **new** plug.' });
    const resolution = screen.getByRole('region', { name: 'Resolution' });
    expect(resolution).toHaveTextContent('A new plug.');
    const description = screen.getByRole('article', { name: /^Description/ });
    expect(resolution.compareDocumentPosition(description)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('shows no resolution where nothing was said', async () => {
    await renderTicket({ status: 'resolved' });
    expect(screen.queryByRole('region', { name: 'Resolution' })).not.toBeInTheDocument();
  });

  it('folds many changes in a row', async () => {
    const change = { field: 'priority', from: 'low', to: 'high' } as const;
    const { user } = await renderTicket({}, [
      makeChange(3, change),
      makeChange(2, change),
      makeChange(1, change),
    ]);
    expect(screen.queryByText(/changed the priority/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show 3 changes' }));
    expect(screen.getAllByText(/changed the priority from Low to High/)).toHaveLength(3);
  });

  it('marks what came by mail, and folds what the mail quoted', async () => {
    const source = { kind: 'email', quoted: '> Have you tried\n> another plug?' } as const;
    const { user } = await renderTicket({}, [makeMessage(1, { content: 'It works now.', source })]);
    const message = within(screen.getByRole('article', { name: 'Message by Ada Lovelace' }));
    expect(message.getByText('by e-mail')).toBeVisible();
    expect(message.getByText(/another plug/)).not.toBeVisible();
    await user.click(message.getByText('Show quoted text'));
    expect(message.getByText(/another plug/)).toBeVisible();
    expect(await message.findByText('Hide quoted text')).toBeVisible();
  });

  it('marks nothing on what was written here', async () => {
    await renderTicket({}, [answer]);
    expect(screen.queryByText('by e-mail')).not.toBeInTheDocument();
    expect(screen.queryByText('Show quoted text')).not.toBeInTheDocument();
  });

  it('leads admins to a mail of a machine', async () => {
    const mail = { id: 73, kind: 'auto_reply', user: CARLA } as const;
    await renderTicket({}, [{ ...makeChange(1), type: 'mail.noted', actor: null, is_internal: true, mail }]);
    const line = screen.getByText('An automatic reply of Carla Customer').closest('li');
    expect(line).toHaveTextContent('An automatic reply of Carla Customer came by mail Read it');
    expect(screen.getByRole('link', { name: 'Read it' })).toHaveAttribute('href', '/admin/quarantine/73');
  });

  it('shows earlier messages when asked', async () => {
    const { backend, user } = await renderDetail();
    await backend.answer('GET', TICKET, makeTicket());
    await backend.answer(
      'GET',
      TIMELINE,
      makePage([makeMessage(2, { content: 'Newer' })], { next_cursor: 'c' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Show earlier' }));
    await backend.answer('GET', TIMELINE, makePage([makeMessage(1, { content: 'Older' })]));
    const messages = screen
      .getAllByRole('article', { name: /^Message/ })
      .map((message) => message.textContent);
    expect(messages[0]).toContain('Older');
    expect(messages[1]).toContain('Newer');
    expect(screen.queryByRole('button', { name: 'Show earlier' })).not.toBeInTheDocument();
  });

  it('tells customers where their ticket stands and what happens next', async () => {
    await renderTicket({ status: 'pending_user' }, [answer], CARLA);
    expect(within(screen.getByRole('list', { name: 'Status' })).getByText('Waiting for you')).toBeVisible();
    expect(screen.getByText('We need an answer from you to go on. Reply below.')).toBeVisible();
  });

  it('lets customers close their ticket', async () => {
    const { backend, user } = await renderTicket({}, [], CARLA);
    await user.click(screen.getByRole('button', { name: 'Close ticket' }));
    await backend.answer('POST', `${TICKET}close/`, makeTicket({ status: 'closed', can: REQUESTER_CAN }));
    expect(screen.getByText('This ticket is closed.')).toBeVisible();
  });

  it('lets customers reopen what is not solved', async () => {
    const can = { ...REQUESTER_CAN, close: true, reopen: true };
    const { backend, user } = await renderTicket({ status: 'resolved', can }, [], CARLA);
    await user.click(screen.getByRole('button', { name: 'Reopen ticket' }));
    await backend.next('POST', `${TICKET}reopen/`);
  });

  it('offers customers nothing that is not theirs to do', async () => {
    await renderTicket(
      { status: 'closed', can: { ...REQUESTER_CAN, comment: false, close: false } },
      [],
      CARLA,
    );
    expect(screen.queryByRole('textbox', { name: 'Reply' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Close ticket' })).not.toBeInTheDocument();
    expect(screen.getByText(/Create a new one when you need more help/)).toBeVisible();
    const registry = TestBed.inject(ActionRegistry);
    expect(registry.forKey('r')).toBeUndefined();
    expect(registry.forKey('n')).toBeUndefined();
    expect(registry.forKey('i')).toBeUndefined();
  });

  it('gives admins a ticket by one key, until they have it', async () => {
    const { backend } = await renderTicket({});
    const registry = TestBed.inject(ActionRegistry);
    registry.forKey('i')?.run();
    const request = await backend.next('PATCH', TICKET);
    expect(request.request.body).toEqual({ assigned_to: ADA.id });
    request.flush(makeTicket({ assigned_to: ADA }));
    await screen.findByDisplayValue('Ada Lovelace');
    expect(registry.forKey('i')).toBeUndefined();
  });

  it('starts an internal note by one key', async () => {
    await renderTicket({});
    TestBed.inject(ActionRegistry).forKey('n')?.run();
    expect(await screen.findByRole('textbox', { name: 'Internal note' })).toBeVisible();
  });

  it('names the browser tab after the ticket', async () => {
    await renderTicket({});
    expect(TestBed.inject(Title).getTitle()).toBe('#182 The printer hums');
  });

  it('says that there is no such ticket', async () => {
    const { backend } = await renderDetail();
    await backend.refuse('GET', TICKET, 404);
    expect(await screen.findByText('There is no such ticket')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Back to the list' })).toHaveAttribute('href', '/tickets');
  });

  it('says what failed, and tries again', async () => {
    const { backend, user } = await renderDetail();
    await backend.refuse('GET', TICKET, 503, 'The database is away.');
    expect(await screen.findByText('The database is away.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', TICKET, makeTicket());
    expect(await screen.findByRole('heading', { level: 1, name: 'The printer hums' })).toBeVisible();
  });
});
