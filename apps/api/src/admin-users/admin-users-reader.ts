import { Injectable } from '@nestjs/common';
import { type AdminUser, type AdminUserDetail, LIMITS, type Page } from '@ticketing/contracts';
import { SessionsService } from '../auth/index.js';
import type { Actor } from '../platform/access/actor.js';
import { type CsvTable, csvTable } from '../platform/csv/csv-table.js';
import { keysetPages } from '../platform/csv/keyset-pages.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { userNotFound, UsersRepository } from '../users/index.js';
import { ADMIN_USER_COLUMNS } from './admin-user-columns.js';
import { presentAdminUser, presentDetail } from './admin-user.presenter.js';
import { AdminUsersRepository, type ListedUser } from './admin-users.repository.js';
import type { UserPosition } from './admin-users.statement.js';
import type { AdminUserFilterQuery, ListAdminUsersQuery } from './dto/list-admin-users.query.js';

/** What admins read of people. */
@Injectable()
export class AdminUsersReader {
  constructor(
    private readonly repository: AdminUsersRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly cursors: Cursors,
  ) {}

  async list(actor: Actor, query: ListAdminUsersQuery): Promise<Page<AdminUser>> {
    const { limit = LIMITS.page.standard, cursor, ...filter } = query;
    const list = { list: 'admin-users', actor: actor.id, filter };
    const after = this.cursors.read(list, cursor) as UserPosition | undefined;
    const found = await this.repository.list(filter, after, limit + 1);
    const { rows, next } = cutPage(found, limit, positionOf);
    return {
      results: rows.map(presentAdminUser),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  /** The same as a file, without an end of its pages. */
  export(filter: AdminUserFilterQuery): CsvTable {
    const rows = keysetPages(
      (after: UserPosition | undefined, most) => this.repository.list(filter, after, most),
      positionOf,
    );
    return csvTable('users', ADMIN_USER_COLUMNS, presented(rows));
  }

  /** @throws ProblemError 404 */
  async read(id: number): Promise<AdminUserDetail> {
    const [user, sessions, tickets] = await Promise.all([
      this.users.find(id),
      this.sessions.summary(id),
      this.repository.countTickets(id),
    ]);
    if (!user) throw userNotFound();
    return presentDetail(user, {
      sessions,
      activeTickets: tickets.active,
      assignedTickets: tickets.assigned,
    });
  }
}

const positionOf = ({ position, id }: ListedUser): UserPosition => [position, id];

async function* presented(pages: AsyncGenerator<ListedUser[]>): AsyncGenerator<AdminUser[]> {
  for await (const rows of pages) yield rows.map(presentAdminUser);
}
