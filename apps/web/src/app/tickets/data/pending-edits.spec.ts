import { makeSummary } from '../../../testing/make';
import { PendingEdits } from './pending-edits';

describe('PendingEdits', () => {
  it('show before they are saved', () => {
    const edits = new PendingEdits();
    edits.add(182, { status: 'resolved' });
    expect(edits.applyTo(makeSummary()).status).toBe('resolved');
  });

  it('leave other tickets alone', () => {
    const edits = new PendingEdits();
    const other = makeSummary({ id: 7 });
    edits.add(182, { status: 'resolved' });
    expect(edits.applyTo(other)).toBe(other);
  });

  it('put back only what was refused', () => {
    const edits = new PendingEdits();
    const refused = { status: 'resolved' } as const;
    edits.add(182, refused);
    edits.add(182, { priority: 'urgent' });
    edits.drop(182, refused);
    expect(edits.applyTo(makeSummary())).toMatchObject({ status: 'open', priority: 'urgent' });
  });

  it('let the last one win', () => {
    const edits = new PendingEdits();
    edits.add(182, { priority: 'low' });
    edits.add(182, { priority: 'urgent' });
    expect(edits.applyTo(makeSummary()).priority).toBe('urgent');
  });

  it('change nothing when all are dropped', () => {
    const edits = new PendingEdits();
    const ticket = makeSummary();
    const look = { priority: 'low' } as const;
    edits.add(182, look);
    edits.drop(182, look);
    expect(edits.applyTo(ticket)).toBe(ticket);
  });
});
