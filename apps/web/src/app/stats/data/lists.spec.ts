import { ADA } from '../../../testing/make';
import { activeList, createdInHour, createdList, heldBy, resolvedList } from './lists';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

describe('the list behind a number', () => {
  it('of a period ends before the next day', () => {
    expect(createdList(NOVEMBER)).toEqual({ created_after: '2026-11-01', created_before: '2026-12-01' });
    expect(resolvedList(NOVEMBER, { category: ['bug'] })).toEqual({
      resolved_after: '2026-11-01',
      resolved_before: '2026-12-01',
      category: ['bug'],
    });
  });

  it('of what is active names the statuses', () =>
    expect(activeList(heldBy(null))).toEqual({
      status: ['open', 'in_progress', 'pending_user'],
      assignee: 'none',
    }));

  it('of an admin names them by id', () => expect(activeList(heldBy(ADA))).toMatchObject({ assignee: '1' }));

  it('of an hour ends with it, at night with the day', () => {
    expect(createdInHour('2026-11-01', 8)).toEqual({
      created_after: '2026-11-01T08:00Z',
      created_before: '2026-11-01T09:00Z',
    });
    expect(createdInHour('2026-11-30', 23)).toEqual({
      created_after: '2026-11-30T23:00Z',
      created_before: '2026-12-01',
    });
  });
});
