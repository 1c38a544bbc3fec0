import type { ExecutionContext } from '@nestjs/common';
import { aTicketRow } from '../../test/a-ticket.js';
import type { Who } from '../platform/access/actor.js';
import type { TicketsRepository } from './tickets.repository.js';
import { VisibleTicketGuard } from './visible-ticket.guard.js';

/** A statement that forgot who asks: whatever the id, it finds the ticket of person 1. */
const careless = { getVisible: async () => aTicketRow({ userId: 1 }) } as unknown as TicketsRepository;

function ask(user: Who): Promise<boolean> {
  const request = { user, params: { id: '182' } };
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  return new VisibleTicketGuard(careless).canActivate(context);
}

describe('a ticket that SQL should not have found', () => {
  it('is not shown: the guard asks the policy, too', async () =>
    expect(ask({ id: 2, role: 'user' })).rejects.toMatchObject({ kind: { status: 403 } }));
  it.each<Who>([
    { id: 1, role: 'user' },
    { id: 3, role: 'admin' },
  ])('is shown to whom it concerns: %j', async (who) => expect(await ask(who)).toBe(true));
});
