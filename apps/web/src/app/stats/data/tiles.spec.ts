import { makeStats } from '../../../testing/make-stats';
import { tilesOf } from './tiles';

const tile = (key: string, stats = makeStats()) => {
  const found = tilesOf(stats).find((one) => one.key === key);
  const detail = found?.detail.map((part) => (typeof part === 'string' ? part : part.words)).join('');
  return (
    found && {
      ...found,
      detail,
      opened: found.detail.flatMap((part) => (typeof part === 'string' ? [] : part.open)),
    }
  );
};

describe('the tiles', () => {
  it('have names and definitions of the API', () =>
    expect(tile('active')).toMatchObject({ title: 'Title of active', definition: 'Text of active.' }));

  it('compare what is now with the end of the period before', () =>
    expect(tile('active')).toMatchObject({
      value: '8',
      detail: 'of 100 tickets in all',
      change: { text: '+100 %', verdict: 'worse' },
      against: 'against the end of 18 Nov 2026',
      open: { status: ['open', 'in_progress', 'pending_user'] },
    }));

  it('compare what happened with the period before', () =>
    expect(tile('resolved')).toMatchObject({
      value: '10',
      change: { text: '+25 %', verdict: 'better' },
      against: 'against the 7 days before',
      open: { resolved_after: '2026-11-19', resolved_before: '2026-11-26', sort: '-resolved_at' },
    }));

  it('do not judge how many tickets come', () =>
    expect(tile('created')?.change).toMatchObject({ text: '+40 %', verdict: 'neutral' }));

  it('tell times by median and 90 %', () => {
    expect(tile('first_response')).toMatchObject({
      value: '1\u00a0h',
      detail: 'median of 12; 90 % within 3\u00a0h\u00a020\u00a0min',
      change: { text: '−50 %', verdict: 'better' },
    });
    expect(tile('resolution')).toMatchObject({
      value: '1\u00a0d\u00a01\u00a0h',
      change: { verdict: 'worse' },
    });
  });

  it('tell satisfaction in points', () =>
    expect(tile('satisfaction')).toMatchObject({
      value: '4.25 of 5',
      detail: '75\u00a0% gave 4 or 5; 4 rated',
      change: { text: '−0.25', verdict: 'worse' },
    }));

  it('link to the tickets that they were counted of, and so do the numbers beside them', () => {
    const answered = { first_response_after: '2026-11-19', first_response_before: '2026-11-26' };
    const rated = { rated_after: '2026-11-19', rated_before: '2026-11-26', sort: '-rated_at' };
    expect(tile('first_response')).toMatchObject({ open: answered, opened: [answered] });
    expect(tile('satisfaction')).toMatchObject({
      open: rated,
      opened: [{ ...rated, score: ['4', '5'] }, rated],
    });
    expect(tile('active')?.opened).toEqual([{}]);
    expect(tile('unassigned')?.opened).toEqual([tile('active')?.open]);
  });

  it('say so when there is nothing to tell, or to tell it from', () => {
    const nothing = { value: null, previous: null };
    const stats = makeStats({
      unassigned: { value: 3, previous: null },
      resolution: { count: { value: 0, previous: 0 }, median: nothing, p90: nothing },
    });
    expect(tile('unassigned', stats)).toMatchObject({ change: null, against: 'Not recorded on 18 Nov 2026' });
    expect(tile('resolution', stats)).toMatchObject({
      value: '–',
      detail: 'nothing was resolved',
      against: 'No value in the 7 days before',
    });
  });
});
