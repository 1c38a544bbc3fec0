import { convertToParamMap } from '@angular/router';
import { INTEGRATIONS } from '../models/integrations/integrations.model';
import { JOBS } from '../models/jobs/jobs.model';
import { QUARANTINE } from '../models/quarantine/quarantine.model';
import { isNarrowed, placeFromUrl, placeToUrl, requestParams } from './list-place';

const read = (model: Parameters<typeof placeFromUrl>[0], params: Record<string, string | string[]> = {}) =>
  placeFromUrl(model, convertToParamMap(params));

describe('the place in a list', () => {
  it('is as usual when the address says nothing', () => {
    expect(read(JOBS)).toEqual({ filters: { state: ['dead'], handler: [] }, q: '', sort: null });
  });

  it('comes back from the address as it was written', () => {
    const place = read(QUARANTINE, { state: ['discarded', 'accepted'], reason: 'empty', q: 'invoice' });
    expect(read(QUARANTINE, placeToUrl(QUARANTINE, place) as Record<string, string>)).toEqual(place);
    expect(place.filters['state']).toEqual(['discarded', 'accepted']);
  });

  it('keeps what is as usual out of the address', () => {
    expect(placeToUrl(JOBS, read(JOBS))).toEqual({ state: null, handler: null, q: null, sort: null });
  });

  it('goes back to the usual when a filter with a usual value is emptied', () => {
    const place = { ...read(JOBS), filters: { state: [], handler: [] } };
    expect(placeToUrl(JOBS, place)['state']).toBeNull();
  });

  it('takes one value where only one can be chosen', () => {
    expect(read(JOBS, { state: ['waiting', 'dead'] }).filters['state']).toEqual(['waiting']);
  });

  it('sorts only by columns that can be sorted by', () => {
    expect(read(INTEGRATIONS, { sort: '-name' }).sort).toBe('-name');
    expect(read(INTEGRATIONS, { sort: 'target' }).sort).toBeNull();
    expect(read(JOBS, { sort: 'tries' }).sort).toBeNull();
  });

  it('searches only where there is a search', () => {
    expect(read(JOBS, { q: 'printer' }).q).toBe('');
  });

  it('is narrowed by filters and words, not by order', () => {
    expect(isNarrowed(JOBS, read(JOBS))).toBe(false);
    expect(isNarrowed(JOBS, read(JOBS, { handler: 'mail-ticket' }))).toBe(true);
    expect(isNarrowed(QUARANTINE, read(QUARANTINE, { q: 'invoice' }))).toBe(true);
    expect(isNarrowed(INTEGRATIONS, read(INTEGRATIONS, { sort: 'name' }))).toBe(false);
  });

  it('asks the API for what is chosen, the usual too', () => {
    expect(requestParams(JOBS, read(JOBS, { handler: 'mail-ticket' }))).toEqual({
      state: ['dead'],
      handler: ['mail-ticket'],
    });
  });

  it('asks the API for everything of a list that comes whole', () => {
    expect(requestParams(INTEGRATIONS, read(INTEGRATIONS, { kind: 'jira', sort: 'name' }))).toEqual({});
  });
});
