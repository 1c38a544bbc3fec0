import { cellsFor, isTold, matrixFor } from './notification-matrix.js';

const named = (cells: { kind: string; channel: string }[]) => cells.map((c) => `${c.kind} ${c.channel}`);

describe('the matrix of preferences', () => {
  it('has for users what users are told of', () =>
    expect(named(cellsFor('user'))).toEqual([
      'ticket_received email',
      'status_changed in_app',
      'status_changed email',
      'feedback_given in_app',
      'feedback_given email',
      'comment_added in_app',
      'comment_added email',
      'closing_soon in_app',
      'closing_soon email',
    ]));
  it('has for admins all of it, but no line in the bell for the own ticket', () => {
    expect(cellsFor('admin')).toHaveLength(15);
    expect(named(cellsFor('admin'))).not.toContain('ticket_received in_app');
  });
  it('is on everywhere until somebody switches something off', () => {
    expect(matrixFor('user', []).every(({ enabled }) => enabled)).toBe(true);
    const off = matrixFor('user', [{ kind: 'comment_added', channel: 'email', enabled: false }]);
    expect(named(off.filter(({ enabled }) => !enabled))).toEqual(['comment_added email']);
  });
  it('decides cell by cell', () => {
    const kept = [{ kind: 'assigned', channel: 'email', enabled: false }] as const;
    expect(isTold('assigned', 'email', kept)).toBe(false);
    expect(isTold('assigned', 'in_app', kept)).toBe(true);
    expect(isTold('ticket_received', 'email', kept)).toBe(true);
    expect(isTold('ticket_received', 'in_app', kept)).toBe(false);
  });
});
