import type { FieldChange } from '@ticketing/contracts';
import { ticketChanged, ticketCreated } from './ticket.events.js';

const ADMIN = { id: 3, role: 'admin' } as const;
const change = (field: FieldChange['field']): FieldChange => ({ field, from: 'old', to: 'new' });
const typesOf = (...fields: FieldChange['field'][]) =>
  ticketChanged(ADMIN, { id: 182 }, fields.map(change)).map(({ type }) => type);

describe('the history of a change', () => {
  it('says who did it to which ticket', () => {
    expect(ticketCreated(ADMIN, { id: 182 })).toMatchObject({ ticketId: 182, actorId: 3 });
  });
  it('is nothing when nothing changed', () => expect(typesOf()).toEqual([]));
  it('is one entry for an edit of several fields', () =>
    expect(typesOf('title', 'description', 'category', 'priority')).toEqual(['ticket.edited']));
  it('is one entry for a status and its feedback', () =>
    expect(typesOf('status', 'admin_feedback')).toEqual(['ticket.status_changed']));
  it('is one entry for each kind of change', () =>
    expect(typesOf('title', 'status', 'assigned_to')).toEqual([
      'ticket.edited',
      'ticket.status_changed',
      'ticket.assigned',
    ]));
  it('keeps old and new values with the entry that they belong to', () => {
    const [edited, assigned] = ticketChanged(ADMIN, { id: 182 }, [change('title'), change('assigned_to')]);
    expect(edited!.data).toEqual({ changes: [change('title')] });
    expect(assigned!.data).toEqual({ changes: [change('assigned_to')] });
  });
  it('says that nobody did it where the product did', () => {
    const [event] = ticketChanged(null, { id: 182 }, [change('status')]);
    expect(event).toMatchObject({ actorId: null, data: { changes: [change('status')], automatic: true } });
  });
  it('is never internal: notes have an event of their own', () => {
    const events = ticketChanged(ADMIN, { id: 182 }, [change('status')]);
    expect(events.map(({ isInternal = false }) => isInternal)).toEqual([false]);
  });
});
