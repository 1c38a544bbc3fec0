import { makeIntegration } from '../../../testing/make-admin';
import { INTEGRATIONS } from '../models/integrations/integrations.model';
import { arrangeRows } from './arrange-rows';
import type { ListPlace } from './list-place';

const OLD = '2026-11-01T12:00:00.000Z';
const NEW = '2026-11-20T12:00:00.000Z';

const ROWS = [
  makeIntegration({ id: 1, name: 'warehouse 10', failing_since: NEW }),
  makeIntegration({ id: 2, name: 'Warehouse 9', kind: 'slack' }),
  makeIntegration({ id: 3, name: 'Archive', kind: 'jira', failing_since: OLD }),
];

const arranged = (place: Partial<ListPlace>) =>
  arrangeRows(INTEGRATIONS.list, ROWS, { filters: {}, q: '', sort: null, ...place }).map(({ id }) => id);

describe('the rows of a list that comes whole', () => {
  it('stay in the order that they came in', () => expect(arranged({})).toEqual([1, 2, 3]));

  it('are sorted as people count and spell', () => {
    expect(arranged({ sort: 'name' })).toEqual([3, 2, 1]);
    expect(arranged({ sort: '-name' })).toEqual([1, 2, 3]);
  });

  it('are sorted by time, those without one last', () =>
    expect(arranged({ sort: 'failing_since' })).toEqual([3, 1, 2]));

  it('are filtered by any of the values chosen, and by every filter', () => {
    expect(arranged({ filters: { kind: ['slack', 'jira'] } })).toEqual([2, 3]);
    expect(arranged({ filters: { kind: ['slack', 'jira'], state: ['failing'] } })).toEqual([3]);
  });
});
