import { Injectable } from '@nestjs/common';
import { ACTIVE_TICKET_STATUSES, LIMITS } from '@ticketing/contracts';
import { Database } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { UserEntity } from '../users/index.js';
import { listStatement, type UserPosition } from './admin-users.statement.js';
import type { AdminUserFilterQuery } from './dto/list-admin-users.query.js';

/** A person, and where they stand in the order that was asked for. */
export type ListedUser = UserEntity & { position: string };

/** Nobody counts further. */
const MOST = LIMITS.exactTotal;

const TICKETS = named<{ active: number; assigned: number }>(
  'admin-users.tickets',
  `select (select count(*)::int from (select 1 from tickets
             where user_id = $1 and status = any($2) and deleted_at is null limit ${MOST}) a) as active,
          (select count(*)::int from (select 1 from tickets
             where assigned_to_id = $1 and status = any($2) and deleted_at is null limit ${MOST}) b) as assigned`,
);

/** All SQL about people as admins see them; what is written goes through `users`. */
@Injectable()
export class AdminUsersRepository {
  constructor(private readonly database: Database) {}

  async list(
    filter: AdminUserFilterQuery,
    after: UserPosition | undefined,
    limit: number,
  ): Promise<ListedUser[]> {
    const { statement, values } = listStatement<ListedUser>(filter, after, limit);
    const rows = await this.database.rows(statement, values);
    return rows.map((row) => Object.assign(new UserEntity(), row));
  }

  /** Active tickets: their own, and those that they have to look after. */
  async countTickets(id: number): Promise<{ active: number; assigned: number }> {
    const [counts] = await this.database.rows(TICKETS, [id, ACTIVE_TICKET_STATUSES]);
    return counts!;
  }
}
