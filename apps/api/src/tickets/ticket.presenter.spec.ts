import type { CommentView, Page } from '@ticketing/contracts';
import { aTicketRow, LATER, OPENED } from '../../test/a-ticket.js';
import { UserRefs } from '../users/index.js';
import { peopleOf, presentSummary, presentTicket } from './ticket.presenter.js';

const ADA = { id: 1, name: 'Ada', role: 'user', avatar: null } as const;
const BOB = { id: 3, name: 'Bob', role: 'admin', avatar: null } as const;
const people = new UserRefs(new Map([ADA, BOB].map((person) => [person.id, person])));
const ROW = { publicCommentCount: 2, internalCommentCount: 5 };

describe('a ticket in a list', () => {
  it('counts only what the requester may see', () =>
    expect(presentSummary(ADA, aTicketRow(ROW), people).comment_count).toBe(2));
  it('counts notes for admins', () =>
    expect(presentSummary(BOB, aTicketRow(ROW), people).comment_count).toBe(7));
  it('names the requester and who has it', () => {
    const summary = presentSummary(ADA, aTicketRow({ assignedToId: 3 }), people);
    expect(summary).toMatchObject({ user: ADA, assigned_to: BOB });
  });
  it('says null for nobody and for what has not happened', () =>
    expect(presentSummary(ADA, aTicketRow(), people)).toMatchObject({
      assigned_to: null,
      resolved_at: null,
      latest_comment: null,
    }));
  it('writes moments as ISO 8601 in UTC', () =>
    expect(presentSummary(ADA, aTicketRow({ resolvedAt: LATER }), people)).toMatchObject({
      created_at: '2026-11-24T09:00:00.000Z',
      resolved_at: '2026-11-24T10:00:00.000Z',
    }));
  it('shows the newest comment with its author', () => {
    const latest = { latestAuthorId: 3, latestExcerpt: 'On my way.', latestIsInternal: true };
    const { latest_comment } = presentSummary(
      BOB,
      aTicketRow({ ...latest, latestCreatedAt: OPENED }),
      people,
    );
    expect(latest_comment).toEqual({
      author: BOB,
      excerpt: 'On my way.',
      is_internal: true,
      created_at: OPENED.toISOString(),
    });
  });
  it('says what this reader may do', () => {
    expect(presentSummary(ADA, aTicketRow(), people).can).toMatchObject({ close: true, assign: false });
    expect(presentSummary(BOB, aTicketRow(), people).can).toMatchObject({ close: false, assign: true });
  });
  it('carries nothing of the row that it does not name', () => {
    const text = JSON.stringify(presentSummary(ADA, aTicketRow({ description: 'CANARY', ...ROW }), people));
    expect(text).not.toMatch(/CANARY|internal_comment|internalComment|deleted/);
  });
});

describe('a ticket on its own page', () => {
  const rating = { score: 4, comment: null, created_at: LATER.toISOString() };
  const comments: Page<CommentView> = { results: [], next_cursor: null, total: 0, total_at_least: null };

  it('adds the texts, the moments, the comments, the rating and the way to its history', () => {
    const row = aTicketRow({ adminFeedback: 'Replaced.', closedAt: LATER, firstResponseAt: OPENED });
    expect(presentTicket(ADA, row, people, comments, rating)).toMatchObject({
      description: 'Smoke.',
      admin_feedback: 'Replaced.',
      closed_at: LATER.toISOString(),
      first_response_at: OPENED.toISOString(),
      comments,
      rating,
      timeline: '/api/tickets/182/timeline/',
    });
  });
});

describe('the people whom tickets mention', () => {
  it('are requester, assignee and author of the newest comment', () => {
    const row = aTicketRow({ assignedToId: 3, latestAuthorId: 4 });
    expect(peopleOf([row, aTicketRow()])).toEqual([1, 3, 4, 1, null, null]);
  });
});
