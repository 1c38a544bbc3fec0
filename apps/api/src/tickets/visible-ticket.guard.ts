import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { AuthenticatedRequest } from '../platform/access/access.decorators.js';
import { idPipe } from '../platform/http/id.pipe.js';
import type { TicketRow } from './ticket-columns.js';
import { requireMay, ticketPolicy } from './ticket.policy.js';
import { ticketNotFound } from './ticket.problems.js';
import { TicketsRepository } from './tickets.repository.js';

/** Reads a ticket id from the path. */
export const TicketIdPipe = idPipe(ticketNotFound);

type TicketRequest = AuthenticatedRequest & { params: { id: string }; ticket?: TicketRow };

/**
 * The object-level guard of GET routes: loads the ticket of the path as the actor sees it, asks the policy, and
 * hands the row to the handler. Writes decide again in their transaction, on the locked row.
 */
@Injectable()
export class VisibleTicketGuard implements CanActivate {
  private readonly ids = new TicketIdPipe();

  constructor(private readonly repository: TicketsRepository) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<TicketRequest>();
    const ticket = await this.repository.getVisible(request.user, this.ids.transform(request.params.id));
    requireMay(ticketPolicy.read, request.user, ticket);
    request.ticket = ticket;
    return true;
  }
}

/**
 * The object-level guard of routes that write: answers 404 for a ticket that the actor may not see before anybody
 * looks at what was sent. What may be done is decided later, in the transaction, on the locked row.
 */
@Injectable()
export class HiddenTicketGuard implements CanActivate {
  private readonly ids = new TicketIdPipe();

  constructor(private readonly repository: TicketsRepository) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { user, params } = context.switchToHttp().getRequest<TicketRequest>();
    await this.repository.requireVisible(user, this.ids.transform(params.id));
    return true;
  }
}

/** The ticket that `VisibleTicketGuard` let the actor see. */
export const VisibleTicket = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { ticket } = context.switchToHttp().getRequest<TicketRequest>();
  if (!ticket) throw new Error('VisibleTicket needs VisibleTicketGuard on the route');
  return ticket;
});
