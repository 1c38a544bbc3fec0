import { aTicket } from '../../test/a-ticket.js';
import { changesBetween, ticketFacts } from './ticket-changes.js';

const before = ticketFacts(aTicket());
const changed = (facts: Parameters<typeof aTicket>[0]) => changesBetween(before, ticketFacts(aTicket(facts)));

describe('what changed', () => {
  it.each([
    [{ title: 'Printer is out' }, 'title', 'Printer on fire', 'Printer is out'],
    [{ description: 'Ash.' }, 'description', 'Smoke.', 'Ash.'],
    [{ category: 'billing' }, 'category', 'bug', 'billing'],
    [{ priority: 'urgent' }, 'priority', 'medium', 'urgent'],
    [{ status: 'resolved' }, 'status', 'open', 'resolved'],
    [{ assignedToId: 3 }, 'assigned_to', null, '3'],
    [{ adminFeedback: 'Replaced.' }, 'admin_feedback', null, 'Replaced.'],
  ] as const)('%j is old and new value of %s', (facts, field, from, to) => {
    expect(changed(facts)).toEqual([{ field, from, to }]);
  });

  it('is nothing for equal tickets', () => expect(changed({})).toEqual([]));

  it('is nothing for counts, stamps and versions: they are consequences', () => {
    const now = new Date();
    expect(changed({ version: 9, updatedAt: now, resolvedAt: now, publicCommentCount: 3 })).toEqual([]);
  });

  it('is several things at once', () => {
    const fields = changed({ title: 'Other', status: 'closed', assignedToId: 3 }).map(({ field }) => field);
    expect(fields).toEqual(['title', 'status', 'assigned_to']);
  });
});
