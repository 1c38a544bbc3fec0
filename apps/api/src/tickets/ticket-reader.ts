import { Injectable } from '@nestjs/common';
import {
  ACTIVE_TICKET_STATUSES,
  type Counted,
  LIMITS,
  type Page,
  type TicketCounts,
  type TicketSort,
  type TicketSummary,
  type TicketView,
} from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { counted, Cursors, cutPage, page, type Position } from '../platform/http/paging.js';
import { accountAbilities, UserDirectory } from '../users/index.js';
import type { ListTicketsQuery } from './dto/list-tickets.query.js';
import type { Joined, SummaryRow, TicketRow } from './ticket-columns.js';
import { TicketConversation } from './ticket-conversation.js';
import { columnOf, type SortColumn, type TicketFilter } from './ticket-list.statement.js';
import { seesTags } from './ticket.policy.js';
import { tagsNotForYou } from './ticket.problems.js';
import { TicketRatings } from './ticket-ratings.js';
import { peopleOf, presentSummary, presentTicket } from './ticket.presenter.js';
import { TicketsRepository } from './tickets.repository.js';

/** Everything that reads tickets. */
@Injectable()
export class TicketReader {
  constructor(
    private readonly repository: TicketsRepository,
    private readonly conversation: TicketConversation,
    private readonly ratings: TicketRatings,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  async read(actor: Actor, id: number): Promise<TicketView> {
    return this.present(actor, await this.repository.getVisible(actor, id));
  }

  /** @param row read by the guard already */
  async present(actor: Actor, row: TicketRow): Promise<TicketView> {
    const [people, comments, rating] = await Promise.all([
      this.directory.refs(peopleOf([row])),
      this.conversation.firstPage(actor, row),
      this.ratings.latest(row),
    ]);
    return presentTicket(actor, row, people, comments, rating);
  }

  /**
   * @param scope what the route itself asks for, over whatever the query says
   * @throws ProblemError 400 for a filter by tags from who may not see them
   */
  async list(actor: Actor, query: ListTicketsQuery, scope: TicketFilter = {}): Promise<Page<TicketSummary>> {
    requireSightOfTags(actor, query);
    const { cursor, limit = LIMITS.page.standard, sort = '-updated_at', ...asked } = query;
    const filter = { ...asked, ...scope };
    const list = { list: 'tickets', actor: actor.id, role: actor.role, filter, sort };
    const after = this.cursors.read(list, cursor);
    const [found, total] = await Promise.all([
      this.repository.list(actor, { filter, sort, rows: limit + 1, ...(after && { after }) }),
      after ? Number(after[2]) : this.repository.count(actor, filter, sort), // counted once, carried by the cursor
    ]);
    const { rows, next } = cutPage(found, limit, (row) => [...positionOf(row, sort), total]);
    const people = await this.directory.refs(peopleOf(rows));
    const results = rows.map((row) => presentSummary(actor, row, people));
    return page(results, next && this.cursors.write(list, next), total);
  }

  /** Active tickets behind each tab. */
  async counts(actor: Actor): Promise<TicketCounts> {
    const status = [...ACTIVE_TICKET_STATUSES];
    const count = async (filter: TicketFilter): Promise<Counted> =>
      counted(await this.repository.count(actor, { ...filter, status }));
    const seesAll = accountAbilities(actor).see_all_tickets;
    const [mine, all, assigned, unassigned] = await Promise.all([
      count({ user: actor.id }),
      seesAll ? count({}) : null,
      seesAll ? count({ assigned_to: 'me' }) : null,
      seesAll ? count({ assigned_to: 'none' }) : null,
    ]);
    return { my_tickets: mine, all, assigned_to_me: assigned, unassigned };
  }
}

type Placed = Omit<SummaryRow, keyof Joined>;

/** Where a row stands in each order. A list in the order of a moment has only rows that have it. */
const PLACES: Record<SortColumn, (row: Placed) => string | number> = {
  updated_at: (row) => row.updatedAt.toISOString(),
  created_at: (row) => row.createdAt.toISOString(),
  resolved_at: (row) => row.resolvedAt!.toISOString(),
  first_response_at: (row) => row.firstResponseAt!.toISOString(),
  rated_at: (row) => row.ratedAt!.toISOString(),
  priority: (row) => row.priority,
  id: (row) => row.id,
};

function requireSightOfTags(actor: Actor, { tag }: ListTicketsQuery): void {
  if (tag && !seesTags(actor)) throw tagsNotForYou();
}

/** Where a list stands that is sorted like that and has this ticket last. */
export function positionOf(row: Placed, sort: TicketSort): Position {
  return [PLACES[columnOf(sort)](row), row.id];
}
