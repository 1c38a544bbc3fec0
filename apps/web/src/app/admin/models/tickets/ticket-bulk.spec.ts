import { TestBed } from '@angular/core/testing';
import type { BulkPreview, BulkResult } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../../testing/backend';
import { makeAdminTicket } from '../../../../testing/make-admin';
import { AdminApi } from '../../data/admin-api';
import type { Typed } from '../../registry/field-description';
import { TICKET_BULK_ACTIONS } from './ticket-bulk';

const BULK = '/api/admin/tickets/bulk/';
const TICKETS = [makeAdminTicket({ id: 7 }), makeAdminTicket({ id: 9 })];

const PREVIEW: BulkPreview = {
  changed: 1,
  unchanged: 0,
  refused: [{ id: 9, title: 'Hums', reason: 'A closed ticket cannot become pending.' }],
  effects: ['1 ticket: status Open -> Pending'],
};
const RESULT: BulkResult = {
  id: 5,
  changed: [7],
  unchanged: [],
  refused: PREVIEW.refused,
  undo_until: '2026-11-24T12:15:00Z',
};

function setUp(id: string) {
  TestBed.configureTestingModule({ providers: [provideBackend()] });
  const api = TestBed.inject(AdminApi);
  const action = TICKET_BULK_ACTIONS.find((candidate) => candidate.id === id)!;
  return {
    api,
    backend: new Backend(),
    preview: (typed: Typed = {}) => action.preview(TICKETS, typed, api),
    run: (typed: Typed = {}) => action.run(TICKETS, typed, api),
  };
}

/** What is sent for what was typed. */
async function sent(id: string, typed: Typed): Promise<unknown> {
  const { backend, run } = setUp(id);
  void run(typed);
  return (await backend.answer('POST', BULK, RESULT)).body;
}

describe('a change of many tickets', () => {
  it.each<[string, Typed, object]>([
    ['assign', { who: 'admin', assigned_to: '2' }, { assigned_to: 2 }],
    ['assign', { who: 'nobody', assigned_to: '' }, { assigned_to: null }],
    ['status', { status: 'closed', admin_feedback: '  ' }, { status: 'closed' }],
    [
      'status',
      { status: 'resolved', admin_feedback: ' Fixed. ' },
      { status: 'resolved', admin_feedback: 'Fixed.' },
    ],
    ['priority', { priority: 'urgent' }, { priority: 'urgent' }],
    ['category', { category: 'billing' }, { category: 'billing' }],
    ['add-tags', { tags: '4 5' }, { add_tags: [4, 5] }],
    ['remove-tags', { tags: '4' }, { remove_tags: [4] }],
    ['delete', {}, { is_deleted: true }],
    ['restore', {}, { is_deleted: false }],
  ])('is one request: %s %j', async (id, typed, change) => {
    expect(await sent(id, typed)).toEqual({ ids: [7, 9], change });
  });

  it('says before what will happen, and what will not', async () => {
    const { backend, preview } = setUp('status');
    const forecast = preview({ status: 'pending_user', admin_feedback: '' });
    const request = await backend.answer('POST', `${BULK}preview/`, PREVIEW);
    expect(request.body).toEqual({ ids: [7, 9], change: { status: 'pending_user' } });
    expect(await forecast).toEqual({
      effects: ['1 ticket: status Open -> Pending'],
      changed: 1,
      unchanged: 0,
      refused: PREVIEW.refused,
    });
  });

  it('asks for no forecast while nobody is chosen', async () => {
    const { backend, preview } = setUp('assign');
    expect(await preview({ who: 'admin', assigned_to: '' })).toEqual({ effects: [] });
    expect(backend.waiting('POST', `${BULK}preview/`)).toHaveLength(0);
  });

  it('tells how many were changed, who was refused, and takes all of it back by one request', async () => {
    const { api, backend, run } = setUp('priority');
    const running = run({ priority: 'high' });
    await backend.answer('POST', BULK, RESULT);
    const outcome = await running;
    expect(outcome).toMatchObject({ said: '1 ticket changed.', refused: PREVIEW.refused });
    const undone = outcome.undo!(api);
    await backend.answer('POST', `${BULK}5/undo/`, { restored: [7], left: [] });
    expect(await undone).toBe('1 ticket is as it was.');
  });

  it('says what somebody has changed since', async () => {
    const { api, backend, run } = setUp('priority');
    const running = run({ priority: 'high' });
    await backend.answer('POST', BULK, { ...RESULT, changed: [7, 9] });
    const undone = (await running).undo!(api);
    const left = [{ id: 9, title: 'Hums', reason: 'It was changed since.' }];
    await backend.answer('POST', `${BULK}5/undo/`, { restored: [7], left });
    expect(await undone).toBe('1 ticket is as it was. 1 ticket was changed since, and stays so.');
  });

  it('offers no way back when nothing was changed', async () => {
    const { backend, run } = setUp('priority');
    const running = run({ priority: 'high' });
    await backend.answer('POST', BULK, { ...RESULT, id: null, changed: [], undo_until: null });
    const outcome = await running;
    expect(outcome.said).toBe('No ticket was changed.');
    expect(outcome.undo).toBeUndefined();
  });

  it('offers to restore only what was deleted, and the rest only for what was not', () => {
    const deleted = makeAdminTicket({ deleted_at: '2026-11-24T12:00:00Z' });
    const offered = (ticket: typeof deleted) =>
      TICKET_BULK_ACTIONS.filter(({ when }) => when?.(ticket)).map(({ id }) => id);
    expect(offered(deleted)).toEqual(['restore']);
    expect(offered(makeAdminTicket())).not.toContain('restore');
  });
});
