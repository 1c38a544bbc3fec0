import { TICKET_STATUSES, type TicketStatus } from '@ticketing/contracts';
import { isLegalTransition, requireTransition } from './ticket-status.js';

/** Written out again, on purpose: a change of the table must be made twice. */
const MOVES = `
from          open  in_progress  pending_user  resolved  closed
open          -     yes          yes           yes       yes
in_progress   yes   -            yes           yes       yes
pending_user  yes   yes          -             yes       yes
resolved      yes   yes          -             -         yes
closed        yes   -            -             -         -
`;

const [[, ...columns], ...lines] = MOVES.trim()
  .split('\n')
  .map((line) => line.split(/\s+/)) as [string[], ...string[][]];
const pairs = lines.flatMap(([from, ...cells]) =>
  cells.map((cell, i) => [from as TicketStatus, columns[i] as TicketStatus, cell === 'yes'] as const),
);

describe('the way of a ticket', () => {
  it('has a row and a column for every status', () => {
    expect(columns).toEqual(TICKET_STATUSES);
    expect(pairs).toHaveLength(TICKET_STATUSES.length ** 2);
  });

  it.each(pairs)('from %s to %s: %s', (from, to, legal) => expect(isLegalTransition(from, to)).toBe(legal));

  it('says which move is not possible, and points at the status', () => {
    expect(() => requireTransition('closed', 'resolved')).toThrow(
      'A ticket that is closed cannot become resolved.',
    );
    expect(() => requireTransition('closed', 'resolved')).toThrow(
      expect.objectContaining({
        kind: expect.objectContaining({ status: 409 }),
        errors: [expect.objectContaining({ pointer: '/status' })],
      }),
    );
  });
});
