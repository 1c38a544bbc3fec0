import { makeAgentStats, makeStats } from '../../../testing/make-stats';
import { keepingUp, outcomes, topics, urgency } from './flow-figures';
import { rushHours } from './heat-figure';
import { agents, backlog, load, scores } from './now-figures';

const BY_CREATION = { sort: '-created_at' };
const DAYS = { created_after: '2026-11-19', created_before: '2026-11-26', ...BY_CREATION };
const NONE = { value: 0, previous: 0 };

describe('the answer in a sentence', () => {
  const stats = makeStats();
  it.each([
    [keepingUp(stats), '14 tickets created, 10 resolved: 4 more came than went.'],
    [outcomes(stats), '9 of 14 tickets are still open, in progress or pending: 64 %.'],
    [topics(stats), 'Most often: Other, 4 of 14 tickets created (29 %).'],
    [urgency(stats), 'Urgent: 2 of 14 tickets created (14 %).'],
    [load(stats), 'Ada Lovelace has the most, 5. Nobody has 3 of 8 tickets open now.'],
    [backlog(stats), '3 of 8 tickets open now came 30 days ago or earlier.'],
    [scores(stats), '75 % of 4 who rated gave 4 or 5.'],
    [rushHours(stats), 'Most often on Mondays from 00:00 (UTC): 2 of 14 tickets.'],
    [agents(makeAgentStats()), 'Together they resolved 12 tickets. Tickets count for who has them now.'],
  ])('%#', ({ sentence }, words) => expect(sentence.replaceAll('\u00a0', ' ')).toBe(words));

  it('says so when nothing happened', () => {
    const quiet = makeStats({ created: NONE, resolved: NONE });
    expect(keepingUp(quiet).sentence).toBe('0 tickets created, 0 resolved: as many as came.');
    expect([outcomes, topics, urgency, rushHours].map((figure) => figure(quiet).sentence)).toEqual(
      Array(4).fill('No ticket was created.'),
    );
  });
});

describe('the list behind a number', () => {
  it('of a day is that of its created, or its resolved, tickets', () => {
    const [first] = keepingUp(makeStats()).table.rows;
    expect(first?.name).toBe('19 Nov');
    expect(first?.cells.map(({ open }) => open)).toEqual([
      { created_after: '2026-11-19', created_before: '2026-11-20', ...BY_CREATION },
      { resolved_after: '2026-11-19', resolved_before: '2026-11-20', sort: '-resolved_at' },
      { active_at: '2026-11-20' },
    ]);
  });

  it('of the period before has its days', () => {
    const [open] = outcomes(makeStats()).table.rows;
    expect(open?.cells.map((cell) => cell.open)).toEqual([
      { ...DAYS, status: ['open'] },
      { created_after: '2026-11-12', created_before: '2026-11-19', status: ['open'], ...BY_CREATION },
    ]);
  });

  it('of a category and of a priority is narrowed to it', () => {
    expect(topics(makeStats()).table.rows[0]?.cells[0]?.open).toEqual({ ...DAYS, category: ['bug'] });
    expect(urgency(makeStats()).table.rows[0]?.cells[0]?.open).toEqual({ ...DAYS, priority: ['urgent'] });
  });

  it('of the load is whose, in each status', () => {
    const lists = load(makeStats()).table.rows.map(({ cells }) => cells.map(({ open }) => open));
    expect(lists[0]?.[1]).toEqual({ status: ['in_progress'], assignee: '1' });
    expect(lists[1]?.[4]).toEqual({ assignee: 'none' });
  });

  it('of the oldest has no beginning', () =>
    expect(backlog(makeStats()).table.rows.at(-1)?.cells[0]?.open).toEqual({
      status: ['open', 'in_progress', 'pending_user'],
      created_before: '2026-10-27',
    }));

  it('of an hour is that of all its days in the period', () =>
    expect(rushHours(makeStats()).table.rows[6]?.cells[23]?.open).toEqual({
      ...DAYS,
      created_weekday: 7,
      created_hour: 23,
    }));

  it('of a score has the tickets that were rated so in the period', () =>
    expect(scores(makeStats()).table.rows[0]).toMatchObject({
      name: '5 (best)',
      cells: [{ value: 2, open: { score: ['5'], rated_after: '2026-11-19', rated_before: '2026-11-26' } }],
    }));

  it('of an admin is what the admin has now, of what was done in the period', () =>
    expect(agents(makeAgentStats()).table.rows[0]?.cells.map(({ open }) => open)).toMatchObject([
      { assignee: '1', status: ['open', 'in_progress', 'pending_user'] },
      { assignee: '1', resolved_after: '2026-11-19' },
      { assignee: '1', first_response_after: '2026-11-19' },
      {},
      {},
      { assignee: '1', rated_after: '2026-11-19' },
      {},
    ]));

  it('is there for every number of tickets; only times and mean scores have none', () => {
    const stats = makeStats();
    const figures = [keepingUp, topics, urgency, load, outcomes, backlog, scores, rushHours].map((figure) =>
      figure(stats),
    );
    const without = [...figures, agents(makeAgentStats())].flatMap(({ table }) =>
      table.rows.flatMap(({ cells }) =>
        cells.flatMap(({ open }, index) => (open ? [] : (table.columns[index]?.label ?? []))),
      ),
    );
    expect(new Set(without)).toEqual(
      new Set(['First answer, median', 'Time to resolve, median', 'Mean score']),
    );
  });
});

describe('how created and resolved tickets are counted', () => {
  it('says once what holds for both', () => {
    const definitions = [
      { key: 'created', title: 'Created', text: 'Tickets created. They move.', unit: 'tickets' },
      { key: 'resolved', title: 'Resolved', text: 'Tickets resolved. They move.', unit: 'tickets' },
    ] as const;
    const figure = topics(makeStats({ definitions: [...definitions] }));
    expect(figure.definition).toBe('Tickets created. They move. Tickets resolved.');
  });
});

describe('a long period', () => {
  it('is told by weeks, the last of them whole', () => {
    const per_day = Array.from({ length: 50 }, (_, index) => ({
      day: new Date(Date.UTC(2026, 9, 7 + index)).toISOString().slice(0, 10),
      created: 1,
      resolved: 0,
      active: index,
    }));
    const { corner, rows } = keepingUp(makeStats({ per_day })).table;
    expect(corner).toBe('Week');
    expect(rows.map(({ cells }) => cells[0]?.value)).toEqual([1, 7, 7, 7, 7, 7, 7, 7]);
    expect(rows.at(-1)).toMatchObject({
      name: '19 Nov–25 Nov',
      cells: [{ open: DAYS }, { value: 0 }, { value: 49 }],
    });
  });
});
