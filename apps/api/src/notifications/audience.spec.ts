import type { FieldChange } from '@ticketing/contracts';
import { type AudienceFacts, audienceOf } from './audience.js';

const [ADA, BOB, CAT, DAN, EVE] = [1, 2, 3, 4, 5];
const NAMES: Record<number, string> = { 1: 'Ada', 2: 'Bob', 3: 'Cat', 4: 'Dan', 5: 'Eve' };

/** Ada asked; Bob, Cat and Dan are admins, of whom Cat has written on the ticket; Eve is nobody in this. */
const FREE: AudienceFacts = {
  requesterId: ADA,
  status: 'resolved',
  assigneeId: null,
  adminIds: [BOB, CAT, DAN],
  writingAdminIds: [CAT],
};
const BOBS: AudienceFacts = { ...FREE, assigneeId: BOB };
const BOTH: AudienceFacts = { ...FREE, requesterId: BOB, assigneeId: BOB };

const change = (field: FieldChange['field'], to: string | null): FieldChange => ({ field, from: null, to });
const created = { type: 'ticket.created', data: {} };
const unconfirmed = { type: 'ticket.created', data: { by_mail: true, unconfirmed: true } };
const assigned = (to: number | null) => ({
  type: 'ticket.assigned',
  data: { changes: [change('assigned_to', to === null ? null : String(to))] },
});
const moved = { type: 'ticket.status_changed', data: { changes: [change('status', 'resolved')] } };
const feedback = {
  type: 'ticket.status_changed',
  data: { changes: [change('admin_feedback', 'New cable.')] },
};
const movedWithFeedback = {
  type: 'ticket.status_changed',
  data: { changes: [change('status', 'resolved'), change('admin_feedback', 'New cable.')] },
};
const feedbackTakenBack = {
  type: 'ticket.status_changed',
  data: { changes: [change('admin_feedback', null)] },
};
const closingSoon = { type: 'ticket.closing_soon', data: { closes_at: '2026-11-27T09:00:00.000Z' } };
const comment = { type: 'comment.added', data: { comment_id: 9 } };
const note = { ...comment, isInternal: true };

type Case = [what: string, event: object, actor: number | null, facts: AudienceFacts, told: string];
// prettier-ignore
const GRID: Case[] = [
  ['a new ticket', created, ADA, FREE, 'Ada ticket_received, Bob ticket_created, Cat ticket_created, Dan ticket_created'],
  ['a new ticket that machines might confirm to each other', unconfirmed, ADA, BOBS, 'Bob ticket_created, Cat ticket_created, Dan ticket_created'],
  ['a new ticket of an admin', created, BOB, BOTH, 'Bob ticket_received, Cat ticket_created, Dan ticket_created'],
  ['an assignment', assigned(BOB), CAT, BOBS, 'Bob assigned'],
  ['an assignment to oneself', assigned(BOB), BOB, BOBS, ''],
  ['an assignment that is another’s by now', assigned(DAN), CAT, BOBS, ''],
  ['an assignment to nobody', assigned(null), CAT, FREE, ''],
  ['a new status', moved, CAT, BOBS, 'Ada status_changed, Bob status_changed'],
  ['a new status of a ticket that nobody has', moved, CAT, FREE, 'Ada status_changed'],
  ['a new status by the assignee', moved, BOB, BOBS, 'Ada status_changed'],
  ['a new status by the requester', moved, ADA, BOBS, 'Bob status_changed'],
  ['a new status by the product', moved, null, BOBS, 'Ada status_changed, Bob status_changed'],
  ['feedback', feedback, BOB, BOBS, 'Ada feedback_given'],
  ['feedback with a new status', movedWithFeedback, CAT, BOBS, 'Ada feedback_given, Bob status_changed'],
  ['feedback that was taken back', feedbackTakenBack, BOB, BOBS, ''],
  ['feedback for the one who has it, too', movedWithFeedback, CAT, BOTH, 'Bob feedback_given'],
  ['the end that is near', closingSoon, null, BOBS, 'Ada closing_soon'],
  ['the end that was near, but the ticket is work again', closingSoon, null, { ...BOBS, status: 'open' }, ''],
  ['a comment of the requester', comment, ADA, BOBS, 'Bob comment_added'],
  ['their comment where nobody has the ticket', comment, ADA, FREE, 'Bob comment_added, Cat comment_added, Dan comment_added'],
  ['a comment of the assignee', comment, BOB, BOBS, 'Ada comment_added'],
  ['a comment of another admin', comment, CAT, BOBS, 'Ada comment_added, Bob comment_added'],
  ['an admin’s comment where nobody has the ticket', comment, CAT, FREE, 'Ada comment_added, Bob comment_added, Dan comment_added'],
  ['a note', note, DAN, BOBS, 'Bob note_added, Cat note_added'],
  ['a note of the assignee', note, BOB, BOBS, 'Cat note_added'],
  ['a note where nobody has the ticket', note, DAN, FREE, 'Cat note_added'],
  ['a note on the ticket of an admin', note, CAT, BOTH, 'Bob note_added'],
  ['an edit', { type: 'ticket.edited', data: {} }, BOB, BOBS, ''],
  ['a deletion', { type: 'ticket.deleted', data: {} }, BOB, BOBS, ''],
];

const audience = (event: object, actorId: number | null, facts: AudienceFacts) =>
  audienceOf({ type: '', data: {}, isInternal: false, ...event, actorId }, facts);

describe('who is told of', () => {
  it.each(GRID)('%s', (_, event, actor, facts, told) =>
    expect(
      audience(event, actor, facts)
        .map(({ userId, kind }) => `${NAMES[userId]} ${kind}`)
        .join(', '),
    ).toBe(told),
  );
});

describe('whoever acts and whatever happens', () => {
  const events = GRID.map(([, event]) => event);
  const cases = events.flatMap((event) =>
    [ADA, BOB, CAT, DAN, EVE].flatMap((actor) =>
      [FREE, BOBS, BOTH].map((facts) => ({ event, actor, facts })),
    ),
  );
  it('nobody is told of what they did, but that the ticket is here', () => {
    const toAuthors = cases.flatMap(({ event, actor, facts }) =>
      audience(event, actor, facts).filter(({ userId }) => userId === actor),
    );
    expect(new Set(toAuthors.map(({ kind }) => kind))).toEqual(new Set(['ticket_received']));
  });
  it('nobody is told twice', () => {
    for (const { event, actor, facts } of cases) {
      const ids = audience(event, actor, facts).map(({ userId }) => userId);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });
  it('of notes only admins are told', () => {
    for (const { actor, facts } of cases) {
      for (const { userId } of audience(note, actor, facts)) expect(facts.adminIds).toContain(userId);
    }
  });
});
