import type { NotificationKind, Role } from '@ticketing/contracts';
import type { Reader, ToldTicket } from './audience.repository.js';
import { composeTicketMail, type MailItem } from './ticket-mail.js';

const [ADA, BOB] = [1, 2];
const TICKET: ToldTicket = {
  id: 182,
  userId: ADA,
  requesterId: ADA,
  assigneeId: BOB,
  adminIds: [BOB],
  writingAdminIds: [],
  status: 'resolved',
  title: 'Printer on fire',
  description: 'Smoke.',
  category: 'bug',
  priority: 'urgent',
  publicCommentCount: 0,
  internalCommentCount: 0,
  firstEventId: '1',
};
const reader = (id: number, role: Role): Reader => ({
  id,
  role,
  isActive: true,
  email: 'x@example.com',
  firstName: 'Ada',
  hasMuted: false,
  isFlooded: false,
  preferences: [],
});
const item = (
  kind: NotificationKind,
  facts: { data?: object; actorName?: null; comment?: string } = {},
): MailItem => ({
  kind,
  actorName: facts.actorName === null ? null : 'Bob Brown',
  comment: facts.comment ?? null,
  event: {
    id: 9,
    type: 'x',
    ticketId: 182,
    actorId: BOB,
    isInternal: false,
    data: facts.data ?? {},
    createdAt: new Date(),
  },
});
const changed = (...changes: [field: string, to: string][]) => ({
  data: { changes: changes.map(([field, to]) => ({ field, from: null, to })) },
});
const mailTo = (who: Reader, items: MailItem[], ticket = TICKET, isAnswered = false) =>
  composeTicketMail({ reader: who, ticket }, items, { publicUrl: 'https://help.example.com', isAnswered });
/** What it says between greeting and link. */
const words = (who: Reader, ...items: MailItem[]) =>
  /Hello Ada,\n\n([^]*)\n\nOpen the ticket/.exec(mailTo(who, items).text)?.[1];

const ada = reader(ADA, 'user');
const bob = reader(BOB, 'admin');
const resolved: [string, string] = ['status', 'resolved'];
const waiting: [string, string] = ['status', 'pending_user'];
const feedback: [string, string] = ['admin_feedback', 'New cable.'];

describe('a mail about a ticket says', () => {
  it.each<[string, Reader, MailItem, string]>([
    ['that it is here', ada, item('ticket_received'), 'We have your ticket. You get a mail when something happens to it.'],
    ['that there is a new one', bob, item('ticket_created'), 'Bob Brown opened a ticket (bug, priority urgent):\n\n    Smoke.'],
    ['whose it is now', bob, item('assigned'), 'Bob Brown assigned the ticket to you.'],
    ['how it stands, to a customer', ada, item('status_changed', changed(waiting)), 'Bob Brown changed the status to “Waiting for you”.'],
    ['how it stands, to the team', bob, item('status_changed', changed(waiting)), 'Bob Brown changed the status to “Pending”.'],
    ['how it stands, when nobody did it', ada, item('status_changed', { ...changed(resolved), actorName: null }), 'The status is now “Resolved”.'],
    ['what the team says', ada, item('feedback_given', changed(feedback)), 'Bob Brown says about the ticket (Resolved):\n\n    New cable.'],
    ['what the team says with a new status', ada, item('feedback_given', changed(resolved, feedback)), 'Bob Brown changed the status to “Resolved”. The support team says:\n\n    New cable.'],
    ['what somebody wrote', ada, item('comment_added', { comment: 'a\n\nb' }), 'Bob Brown wrote:\n\n    a\n\n    b'],
    ['what admins wrote to each other', bob, item('note_added', { comment: 'Hm.' }), 'Bob Brown wrote an internal note. Only admins see it:\n\n    Hm.'],
  ])('%s', (_, who, news, expected) => expect(words(who, news)).toBe(expected)); // prettier-ignore
  it('one after the other', () =>
    expect(
      words(ada, item('status_changed', changed(waiting)), item('comment_added', { comment: 'Well?' })),
    ).toBe('Bob Brown changed the status to “Waiting for you”.\n\nBob Brown wrote:\n\n    Well?'));
});

describe('its small print', () => {
  const footer = (who: Reader, isAnswered: boolean, ticket = TICKET) =>
    mailTo(who, [item('assigned')], ticket, isAnswered)
      .text.split('\n\n')
      .at(-1)!
      .trim()
      .split('\n');

  it('says why it came, and where to switch it off', () => {
    expect(footer(ada, false).slice(1)).toEqual([
      'You get this mail because you opened the ticket.',
      'Choose what you get mails about: https://help.example.com/account#notifications',
    ]);
    expect(footer(bob, false)[1]).toBe('You get this mail because the ticket is assigned to you.');
    expect(footer(bob, false, { ...TICKET, assigneeId: null })[1]).toBe(
      'You get this mail because you are in the support team.',
    );
  });
  it('says who reads an answer', () => {
    expect(footer(ada, false)[0]).toBe(
      'Nobody reads answers to this mail: answer on the page of the ticket.',
    );
    expect(footer(ada, true)[0]).toBe('Answer this mail to comment on the ticket.');
    expect(footer(bob, true)[0]).toBe(
      'Answer this mail to comment on the ticket. The requester reads your answer.',
    );
    const note = item('note_added');
    const aboutNote = mailTo(bob, [{ ...note, event: { ...note.event, isInternal: true } }], TICKET, true);
    expect(aboutNote.text).toContain(
      'Answer this mail to write an internal note. Only admins read your answer.',
    );
  });
});

describe('its subject', () => {
  it.each([
    ['Printer on fire', '[#182] Printer on fire'],
    ['a\r\nBcc: eve@example.com', '[#182] a Bcc: eve@example.com'],
  ])('is made of %j', (title, subject) =>
    expect(mailTo(ada, [item('ticket_received')], { ...TICKET, title }).subject).toBe(subject),
  );
});
