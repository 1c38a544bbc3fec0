import { TICKET_STATUSES, type TicketAbilities, type TicketStatus } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import { may, requireMay, ticketAbilities, ticketPolicy } from './ticket.policy.js';

const REQUESTER = 1;
const PEOPLE: Record<string, Who> = {
  'the requester': { id: REQUESTER, role: 'user' },
  'another user': { id: 2, role: 'user' },
  'an admin': { id: 3, role: 'admin' },
  'an admin who is the requester': { id: REQUESTER, role: 'admin' },
};

/** Letters: statuses in which it is allowed - Open, In progress, Pending user, Resolved, Closed. */
const GRID: Record<string, string[]> = {
  //                     requester, another, admin,  admin who is the requester
  read: /*            */ ['OIPRC', '-----', 'OIPRC', 'OIPRC'],
  edit: /*            */ ['OIPR-', '-----', 'OIPRC', 'OIPRC'],
  update_status: /*   */ ['-----', '-----', 'OIPRC', 'OIPRC'],
  assign: /*          */ ['-----', '-----', 'OIPRC', 'OIPRC'],
  tag: /*             */ ['-----', '-----', 'OIPRC', 'OIPRC'],
  comment: /*         */ ['OIPR-', '-----', 'OIPRC', 'OIPRC'],
  comment_internally: ['-----', '-----', 'OIPRC', 'OIPRC'],
  close: /*           */ ['OIPR-', '-----', '-----', 'OIPR-'],
  reopen: /*          */ ['---R-', '-----', '-----', '---R-'],
  rate: /*            */ ['---RC', '-----', '-----', '---RC'],
  delete: /*          */ ['-----', '-----', 'OIPRC', 'OIPRC'],
};

/** After a resolution that awaits its rating: where that matters not, nothing else does. */
const ticketThatIs = (status: TicketStatus) => ({
  userId: REQUESTER,
  status,
  resolutionCount: 1,
  isRated: false,
});

const cases = Object.entries(GRID).flatMap(([ability, columns]) =>
  Object.keys(PEOPLE).flatMap((person, column) =>
    TICKET_STATUSES.map((status, i) => ({ ability, person, status, allowed: columns[column]![i] !== '-' })),
  ),
);
const ruleOf = (ability: string) => ticketPolicy[ability as keyof typeof ticketPolicy];

describe('who may do what with a ticket', () => {
  it('is written down for every ability', () =>
    expect(Object.keys(GRID).sort()).toEqual(Object.keys(ticketPolicy).sort()));

  it.each(cases)('$person, $ability, while $status: $allowed', ({ ability, person, status, allowed }) => {
    expect(may(ruleOf(ability), PEOPLE[person]!, ticketThatIs(status))).toBe(allowed);
  });

  it.each(cases.filter(({ ability }) => ability !== 'read'))(
    'is what $person reads of $ability in "can" while $status',
    ({ ability, person, status, allowed }) => {
      const can = ticketAbilities(PEOPLE[person]!, ticketThatIs(status));
      expect(can[ability as keyof TicketAbilities]).toBe(allowed);
    },
  );

  it('hides "read" from "can": who reads it may read it', () => {
    const can = ticketAbilities(PEOPLE['an admin']!, ticketThatIs('open'));
    expect(can).not.toHaveProperty('read');
  });
});

describe('rating a ticket that is done', () => {
  const mayRate = (facts: Partial<ReturnType<typeof ticketThatIs>>) =>
    may(ticketPolicy.rate, PEOPLE['the requester']!, { ...ticketThatIs('closed'), ...facts });

  it('is not possible twice', () => expect(mayRate({ isRated: true })).toBe(false));
  it('is not possible when it was closed without ever being resolved', () =>
    expect(mayRate({ resolutionCount: 0 })).toBe(false));
  it('is possible again after another resolution', () => expect(mayRate({ resolutionCount: 2 })).toBe(true));
});

describe('what is not allowed', () => {
  const refusal = (person: string, ability: string, status: 'open' | 'closed') => () =>
    requireMay(ruleOf(ability), PEOPLE[person]!, ticketThatIs(status));
  const withStatus = (status: number) =>
    expect.objectContaining({ kind: expect.objectContaining({ status }) });

  it('is 403 for the wrong person', () =>
    expect(refusal('the requester', 'assign', 'open')).toThrow(withStatus(403)));
  it('is 409 for the right person in the wrong state', () =>
    expect(refusal('the requester', 'edit', 'closed')).toThrow(withStatus(409)));
  it('is 403 for the wrong person in the wrong state: the state is none of their business', () =>
    expect(refusal('an admin', 'close', 'closed')).toThrow(withStatus(403)));
  it('is nothing when all is well', () => expect(refusal('the requester', 'edit', 'open')).not.toThrow());
});
