import { UserRefs } from '../users/index.js';
import { peopleOfTimeline, presentEntry } from './timeline.presenter.js';
import type { TimelineRow } from './timeline.repository.js';

const ref = (id: number, name: string) => ({ id, name, role: 'admin', avatar: null }) as const;
const BOB = ref(3, 'Bob');
const people = new UserRefs(new Map([BOB, ref(4, 'Cleo')].map((person) => [person.id, person])));
const entry = (facts: Partial<TimelineRow> = {}): TimelineRow => ({
  id: 4711,
  type: 'ticket.edited',
  actorId: 3,
  isInternal: false,
  data: {},
  createdAt: new Date('2026-11-24T09:00:00Z'),
  ...facts,
});
const assigned = (from: string | null, to: string | null) =>
  entry({ type: 'ticket.assigned', data: { changes: [{ field: 'assigned_to', from, to }] } });

describe('a line of history', () => {
  it('says who, what and when', () =>
    expect(presentEntry(entry(), people, null)).toEqual({
      id: 4711,
      type: 'ticket.edited',
      actor: BOB,
      is_internal: false,
      created_at: '2026-11-24T09:00:00.000Z',
      changes: [],
      comment: null,
      mail: null,
      score: null,
      closes_at: null,
    }));
  it('is by nobody when the system did it', () =>
    expect(presentEntry(entry({ actorId: null }), people, null).actor).toBeNull());
  it('names assignees, of whom only ids are kept', () =>
    expect(presentEntry(assigned('3', '4'), people, null).changes).toEqual([
      { field: 'assigned_to', from: 'Bob', to: 'Cleo' },
    ]));
  it('says null where there was nobody', () =>
    expect(presentEntry(assigned(null, '4'), people, null).changes[0]!.from).toBeNull());
  it('shows other values as they were, even when they look like ids', () => {
    const change = { field: 'title', from: '3', to: '4' };
    expect(presentEntry(entry({ data: { changes: [change] } }), people, null).changes).toEqual([change]);
  });
  it('says whose mail came back', () => {
    const data = { mail: { id: 73, kind: 'bounce', user_id: 3 } };
    const noted = entry({ type: 'mail.noted', actorId: null, isInternal: true, data });
    expect(peopleOfTimeline([noted])).toContain(3);
    expect(presentEntry(noted, people, null).mail).toEqual({ id: 73, kind: 'bounce', user: BOB });
  });
  it('says how the requester rated it', () => {
    const rated = entry({ type: 'ticket.rated', data: { score: 4 } });
    expect(presentEntry(rated, people, null)).toMatchObject({ score: 4, changes: [], closes_at: null });
  });
  it('says when the ticket will be closed', () => {
    const data = { closes_at: '2026-11-27T09:00:00.000Z' };
    const warning = entry({ type: 'ticket.closing_soon', actorId: null, data });
    expect(presentEntry(warning, people, null)).toMatchObject({ ...data, actor: null, score: null });
  });
  it('carries nothing of its data that is not shown', () =>
    expect(
      JSON.stringify(presentEntry(entry({ data: { comment_id: 9, x: 'CANARY' } }), people, null)),
    ).not.toMatch(/CANARY|comment_id/));
});

describe('the people whom a history mentions', () => {
  it('are those who acted and those who were assigned', () =>
    expect(
      peopleOfTimeline([assigned('3', '4'), assigned('4', null), entry({ actorId: null })]).filter(
        (id) => id !== null,
      ),
    ).toEqual([3, 3, 4, 3, 4]));
});
