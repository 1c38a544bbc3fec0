import type { TicketStatus } from '@ticketing/contracts';
import { aTicket, LATER, OPENED } from '../../test/a-ticket.js';

const REQUESTER = 1;
const ADMIN = 3;
const RESOLVED = { status: 'resolved', resolvedAt: OPENED } as const;
const CLOSED = { status: 'closed', resolvedAt: OPENED, closedAt: OPENED } as const;

describe('moving a ticket', () => {
  it('to resolved stamps the moment', () => {
    const ticket = aTicket();
    ticket.moveTo('resolved', LATER);
    expect(ticket).toMatchObject({ status: 'resolved', resolvedAt: LATER, closedAt: null });
  });
  it('straight to closed counts as resolved then, too', () => {
    const ticket = aTicket();
    ticket.moveTo('closed', LATER);
    expect(ticket).toMatchObject({ resolvedAt: LATER, closedAt: LATER });
  });
  it('from resolved to closed keeps the moment of its resolution', () => {
    const ticket = aTicket(RESOLVED);
    ticket.moveTo('closed', LATER);
    expect(ticket).toMatchObject({ resolvedAt: OPENED, closedAt: LATER });
  });
  it.each([RESOLVED, CLOSED])('back to work from $status clears both moments', (state) => {
    const ticket = aTicket(state);
    ticket.moveTo('open', LATER);
    expect(ticket).toMatchObject({ status: 'open', resolvedAt: null, closedAt: null });
  });
  it.each([RESOLVED, CLOSED])('to $status again changes nothing', (state) => {
    const ticket = aTicket(state);
    ticket.moveTo(state.status, LATER);
    expect(ticket).toEqual(aTicket(state));
  });
  it('to resolved is another resolution, which has no rating yet', () => {
    const ticket = aTicket({ resolutionCount: 1, isRated: true });
    ticket.moveTo('resolved', LATER);
    expect(ticket).toMatchObject({ resolutionCount: 2, isRated: false });
  });
  it('from resolved to closed is no other resolution, and keeps its rating', () => {
    const ticket = aTicket({ ...RESOLVED, resolutionCount: 1, isRated: true });
    ticket.moveTo('closed', LATER);
    expect(ticket).toMatchObject({ resolutionCount: 1, isRated: true });
  });
  it('straight to closed is no resolution that could be rated', () => {
    const ticket = aTicket();
    ticket.moveTo('closed', LATER);
    expect(ticket.resolutionCount).toBe(0);
  });
  it.each<TicketStatus>(['open', 'closed'])(
    'from resolved to %s forgets that it was about to be closed',
    (to) => {
      const ticket = aTicket({ ...RESOLVED, closingSoonAt: OPENED });
      ticket.moveTo(to, LATER);
      expect(ticket.closingSoonAt).toBeNull();
    },
  );
  it('where the table has no way is refused and changes nothing', () => {
    const ticket = aTicket(CLOSED);
    expect(() => ticket.moveTo('resolved', LATER)).toThrow(/cannot become/);
    expect(ticket).toEqual(aTicket(CLOSED));
  });
});

describe('a public comment of the requester', () => {
  it.each<[TicketStatus, TicketStatus]>([
    ['open', 'open'],
    ['in_progress', 'in_progress'],
    ['pending_user', 'open'],
    ['resolved', 'open'],
  ])('on a ticket that is %s leaves it %s', (before, after) => {
    const ticket = aTicket({ status: before });
    ticket.recordComment(REQUESTER, false, LATER);
    expect(ticket.status).toBe(after);
  });
  it('takes the resolution back', () => {
    const ticket = aTicket(RESOLVED);
    ticket.recordComment(REQUESTER, false, LATER);
    expect(ticket.resolvedAt).toBeNull();
  });
  it('is no first response', () => {
    const ticket = aTicket();
    ticket.recordComment(REQUESTER, false, LATER);
    expect(ticket.firstResponseAt).toBeNull();
  });
});

describe('a public comment of an admin', () => {
  it('is the first response', () => {
    const ticket = aTicket();
    ticket.recordComment(ADMIN, false, LATER);
    expect(ticket.firstResponseAt).toEqual(LATER);
  });
  it('is the first response only once', () => {
    const ticket = aTicket({ firstResponseAt: OPENED });
    ticket.recordComment(ADMIN, false, LATER);
    expect(ticket.firstResponseAt).toEqual(OPENED);
  });
  it.each<TicketStatus>(['open', 'pending_user', 'resolved'])(
    'leaves a ticket that is %s as it is',
    (status) => {
      const ticket = aTicket({ status });
      ticket.recordComment(ADMIN, false, LATER);
      expect(ticket.status).toBe(status);
    },
  );
  it('is counted and dates the ticket', () => {
    const ticket = aTicket({ publicCommentCount: 2 });
    ticket.recordComment(ADMIN, false, LATER);
    expect(ticket).toMatchObject({ publicCommentCount: 3, internalCommentCount: 0, updatedAt: LATER });
  });
});

describe('an internal note', () => {
  it('changes nothing but its own count', () => {
    const ticket = aTicket(RESOLVED);
    ticket.recordComment(ADMIN, true, LATER);
    expect(ticket).toEqual(aTicket({ ...RESOLVED, internalCommentCount: 1 }));
  });
});

describe('a comment that is edited, deleted or restored', () => {
  it.each([
    [0, 2],
    [-1, 1],
    [1, 3],
  ] as const)('(%i) dates the ticket and is counted, and takes nothing else back', (countedMore, count) => {
    const before = { ...RESOLVED, firstResponseAt: OPENED, publicCommentCount: 2 };
    const ticket = aTicket(before);
    ticket.recordCommentChange(false, countedMore, LATER);
    expect(ticket).toEqual(aTicket({ ...before, publicCommentCount: count, updatedAt: LATER }));
  });
  it('as a note changes nothing but its own count', () => {
    const ticket = aTicket({ ...RESOLVED, internalCommentCount: 2 });
    ticket.recordCommentChange(true, -1, LATER);
    expect(ticket).toEqual(aTicket({ ...RESOLVED, internalCommentCount: 1 }));
  });
});

describe('a rating', () => {
  it('belongs to the latest resolution and dates the ticket, without a new version', () => {
    const ticket = aTicket({ ...RESOLVED, resolutionCount: 1 });
    ticket.rate(4, LATER);
    expect(ticket).toMatchObject({ isRated: true, score: 4, ratedAt: LATER, updatedAt: LATER, version: 1 });
  });
});

describe('the warning before a ticket is closed', () => {
  it('changes nothing that anybody sees', () => {
    const ticket = aTicket(RESOLVED);
    ticket.warnOfClosing(LATER);
    expect(ticket).toEqual(aTicket({ ...RESOLVED, closingSoonAt: LATER }));
  });
});

describe('editing', () => {
  it('changes what is given and nothing else', () => {
    const ticket = aTicket();
    ticket.edit({ priority: 'urgent' });
    expect(ticket).toEqual(aTicket({ priority: 'urgent' }));
  });
  it('leaves a field alone that is there but undefined', () => {
    const ticket = aTicket();
    const { title } = {} as { title: string };
    ticket.edit({ title });
    expect(ticket.title).toBe('Printer on fire');
  });
  it('assigns, and takes the assignment back', () => {
    const ticket = aTicket();
    ticket.assignTo(ADMIN);
    expect(ticket.assignedToId).toBe(ADMIN);
    ticket.assignTo(null);
    expect(ticket.assignedToId).toBeNull();
  });
  it('with empty feedback takes the feedback back', () => {
    const ticket = aTicket({ adminFeedback: 'Replaced.' });
    ticket.giveFeedback('');
    expect(ticket.adminFeedback).toBeNull();
  });
  it('restores what was deleted', () => {
    const ticket = aTicket();
    ticket.delete(LATER);
    expect(ticket.deletedAt).toEqual(LATER);
    ticket.restore();
    expect(ticket.deletedAt).toBeNull();
  });
});

describe('concluding a change', () => {
  it('makes a version and a date when something changed', () => {
    const ticket = aTicket({ version: 4 });
    const before = ticket.facts();
    ticket.edit({ title: 'Printer is out' });
    expect(ticket.concludeChange(before, LATER)).toEqual([
      { field: 'title', from: 'Printer on fire', to: 'Printer is out' },
    ]);
    expect(ticket).toMatchObject({ version: 5, updatedAt: LATER });
  });
  it('makes neither when nothing did', () => {
    const ticket = aTicket({ version: 4 });
    const before = ticket.facts();
    ticket.edit({ title: 'Printer on fire' });
    expect(ticket.concludeChange(before, LATER)).toEqual([]);
    expect(ticket).toMatchObject({ version: 4, updatedAt: OPENED });
  });
});
