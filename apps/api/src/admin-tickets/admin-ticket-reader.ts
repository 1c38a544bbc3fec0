import { Injectable } from '@nestjs/common';
import { type AdminTicket, LIMITS, type Page, type TicketSort } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { csvTable, type CsvTable } from '../platform/csv/csv-table.js';
import { keysetPages } from '../platform/csv/keyset-pages.js';
import { Cursors, cutPage, page, type Position } from '../platform/http/paging.js';
import { type Among, peopleOf, positionOf, type TicketRow, TicketsRepository } from '../tickets/index.js';
import { UserDirectory } from '../users/index.js';
import { presentAdminTicket } from './admin-ticket.presenter.js';
import { AdminTicketsRepository, LINES, WHOLE } from './admin-tickets.repository.js';
import type { ExportTicketsQuery, ListAdminTicketsQuery } from './dto/list-admin-tickets.query.js';
import { type ExportedTicket, TICKET_COLUMNS } from './export-columns.js';

/** Orders that no change of a ticket moves. By others a file would lack what changes while it is written. */
const STEADY: TicketSort[] = ['id', '-id', 'created_at', '-created_at'];

/** Everything that the admin area reads of tickets. */
@Injectable()
export class AdminTicketReader {
  constructor(
    private readonly tickets: TicketsRepository,
    private readonly repository: AdminTicketsRepository,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  /** A deleted one, too. @throws ProblemError 404 */
  async read(actor: Actor, id: number): Promise<AdminTicket> {
    const [ticket] = await this.present(actor, [await this.repository.get(actor, id)]);
    return ticket!;
  }

  async list(actor: Actor, query: ListAdminTicketsQuery): Promise<Page<AdminTicket>> {
    const { cursor, limit = LIMITS.page.standard, sort = '-updated_at', is_deleted, ...filter } = query;
    const among = amongOf(is_deleted);
    const list = { list: 'admin-tickets', actor: actor.id, among, filter, sort };
    const after = this.cursors.read(list, cursor);
    const [found, total] = await Promise.all([
      this.tickets.listAs(WHOLE, actor, { filter, among, sort, rows: limit + 1, ...(after && { after }) }),
      after ? Number(after[2]) : this.tickets.count(actor, filter, sort, among), // counted once, carried by the cursor
    ]);
    const { rows, next } = cutPage(found, limit, (row) => [...positionOf(row, sort), total]);
    return page(await this.present(actor, rows), next && this.cursors.write(list, next), total);
  }

  export(actor: Actor, query: ExportTicketsQuery): CsvTable {
    const { sort: asked = 'id', is_deleted, ...filter } = query;
    const sort = STEADY.includes(asked) ? asked : 'id';
    const pages = keysetPages<ExportedTicket['ticket'], Position>(
      (after, rows) =>
        this.tickets.listAs(LINES, actor, {
          filter,
          among: amongOf(is_deleted),
          sort,
          as: asked,
          rows,
          ...(after && { after }),
        }),
      (row) => positionOf(row, sort),
    );
    return csvTable('tickets', TICKET_COLUMNS, this.withNames(pages));
  }

  private async present(actor: Actor, rows: TicketRow[]): Promise<AdminTicket[]> {
    const people = await this.directory.refs(peopleOf(rows));
    return rows.map((row) => presentAdminTicket(actor, row, people));
  }

  private async *withNames(
    pages: AsyncIterable<ExportedTicket['ticket'][]>,
  ): AsyncGenerator<ExportedTicket[]> {
    for await (const rows of pages) {
      const ids = rows.flatMap(({ userId, assignedToId }) => [userId, assignedToId]);
      const people = await this.directory.refs(ids);
      yield rows.map((ticket) => ({ ticket, people }));
    }
  }
}

function amongOf(isDeleted = false): Among {
  return isDeleted ? 'deleted' : 'live';
}
