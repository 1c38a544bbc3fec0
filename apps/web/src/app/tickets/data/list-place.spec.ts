import { convertToParamMap } from '@angular/router';
import { NO_FILTERS, type ListPlace, placeFromUrl, placeToUrl, samePlace } from './list-place';

const read = (params: Record<string, string | string[]>, maySeeAll = true) =>
  placeFromUrl(convertToParamMap(params), maySeeAll);

const EVERYTHING: ListPlace = {
  view: 'assigned',
  filters: {
    status: ['open', 'resolved'],
    priority: ['urgent'],
    category: ['bug'],
    tag: ['5', '7'],
    assignee: 'me',
    createdFrom: '2026-11-01',
    createdTo: '2026-11-24',
    createdAfter: '2026-11-02',
    createdBefore: '2026-11-23T13:00Z',
    resolvedAfter: '2026-11-03',
    resolvedBefore: '2026-11-22',
    answeredAfter: '2026-11-04',
    answeredBefore: '2026-11-21',
    score: [1, 5],
    ratedAfter: '2026-11-05',
    ratedBefore: '2026-11-20',
    createdWeekday: 7,
    createdHour: 0,
    activeAt: '2026-11-19',
    q: 'printer',
  },
  sort: '-priority',
};

describe('the place in the URL', () => {
  it("starts with all tickets for who may see them, else with one's own", () => {
    expect(read({}).view).toBe('all');
    expect(read({}, false).view).toBe('mine');
    expect(read({})).toMatchObject({ filters: NO_FILTERS, sort: '-updated_at' });
  });

  it('survives the way into the URL and back', () => {
    const url = placeToUrl(EVERYTHING, true) as Record<string, string | string[]>;
    expect(read(url)).toEqual(EVERYTHING);
  });

  it('stays short: what is as usual is not written', () => {
    const url = placeToUrl({ view: 'all', filters: NO_FILTERS, sort: '-updated_at' }, true);
    expect(Object.values(url).every((value) => value === null)).toBe(true);
  });

  it("cannot be used to look at other people's lists", () => {
    expect(read({ view: 'all' }, false).view).toBe('mine');
    expect(read({ view: 'unassigned' }, false).view).toBe('mine');
  });

  it('has no tags for who may not see them', () => {
    expect(read({ tag: ['5', '7', '5', 'x'] }).filters.tag).toEqual(['5', '7']);
    expect(read({ tag: ['5', '7'] }, false).filters.tag).toEqual([]);
  });

  it('ignores what it does not know', () => {
    const place = read({
      view: 'secret',
      status: ['open', 'lost'],
      priority: 'huge',
      assignee: '0 or 1=1',
      from: 'yesterday',
      created_after: '2026-11-02T13:30+01:00',
      score: ['6', '01', 'good'],
      created_weekday: '0',
      created_hour: '24',
      active_at: 'now',
      sort: 'password',
    });
    expect(place).toEqual({ view: 'all', filters: { ...NO_FILTERS, status: ['open'] }, sort: '-updated_at' });
  });

  it('is in the order of a moment only while it is filtered by that moment', () => {
    const filtered = { sort: '-rated_at', rated_after: '2026-11-01' };
    expect(read(filtered).sort).toBe('-rated_at');
    expect(read({ ...filtered, rated_after: '' }).sort).toBe('-updated_at');
    expect(read({ ...filtered, sort: '-resolved_at' }).sort).toBe('-updated_at');
  });

  it('reads one value like a list of one', () => {
    expect(read({ status: 'open' }).filters.status).toEqual(['open']);
  });

  it('is the same place when everything is the same', () => {
    expect(samePlace(EVERYTHING, { ...EVERYTHING, filters: { ...EVERYTHING.filters } })).toBe(true);
    expect(samePlace(EVERYTHING, { ...EVERYTHING, view: 'all' })).toBe(false);
    expect(samePlace(null, EVERYTHING)).toBe(false);
  });
});
