import { Injectable } from '@nestjs/common';
import { BULK_LIMITS } from '@ticketing/contracts';
import { Database, rowsIn, type Tx } from '../../platform/database/database.js';
import { named } from '../../platform/database/statement.js';
import type { BulkChangeEntity, ChangedTicket } from './bulk-change.entity.js';

export type LockedBulkChange = Pick<BulkChangeEntity, 'createdAt' | 'tickets' | 'undoneAt'>;

const INSERT = named<{ id: number }>(
  'bulk-changes.insert',
  `insert into bulk_changes (actor_id, created_at, tickets) values ($1, $2, $3) returning id`,
);

const LOCK = named<LockedBulkChange>(
  'bulk-changes.lock',
  `select created_at as "createdAt", tickets, undone_at as "undoneAt" from bulk_changes where id = $1 for update`,
);

const MARK_UNDONE = named(
  'bulk-changes.mark-undone',
  `update bulk_changes set undone_at = $2, undone_by_id = $3 where id = $1`,
);

/** Twice as long as they can be taken back: who comes late is told so. */
const FORGET = named(
  'bulk-changes.forget',
  `delete from bulk_changes where created_at < now() - interval '${2 * BULK_LIMITS.undoMinutes} minutes'`,
);

/** All SQL about changes of many tickets. */
@Injectable()
export class BulkChangesRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, actorId: number, tickets: ChangedTicket[], now: Date): Promise<number> {
    const [row] = await rowsIn(tx, INSERT, [actorId, now, JSON.stringify(tickets)]);
    return row!.id;
  }

  async lock(tx: Tx, id: number): Promise<LockedBulkChange | undefined> {
    const [row] = await rowsIn(tx, LOCK, [id]);
    return row;
  }

  async markUndone(tx: Tx, id: number, actorId: number, now: Date): Promise<void> {
    await rowsIn(tx, MARK_UNDONE, [id, now, actorId]);
  }

  async forgetOld(): Promise<void> {
    await this.database.rows(FORGET);
  }
}
