import { Injectable } from '@nestjs/common';
import { BULK_LIMITS, type BulkUndone } from '@ticketing/contracts';
import type { Actor } from '../../platform/access/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Log } from '../../platform/logging/log.js';
import { Assignees, TicketsRepository, TicketTags, TicketWriter } from '../../tickets/index.js';
import type { ChangedTicket } from './bulk-change.entity.js';
import { BulkChangesRepository, type LockedBulkChange } from './bulk-changes.repository.js';
import { alreadyUndone, bulkChangeNotFound, tooLateToUndo } from './bulk.problems.js';
import { planUndo, type UndoGround } from './undo-plan.js';

const UNDO_MS = BULK_LIMITS.undoMinutes * 60_000;

/** Takes a change of many tickets back: once, by any admin, and only where nobody did anything since. */
@Injectable()
export class UndoBulkService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsRepository,
    private readonly writer: TicketWriter,
    private readonly assignees: Assignees,
    private readonly tags: TicketTags,
    private readonly repository: BulkChangesRepository,
    private readonly log: Log,
  ) {}

  /** @throws ProblemError 404; 409 when it was taken back already, or its time is over */
  async undo(actor: Actor, id: number): Promise<BulkUndone> {
    const undone = await this.database.transaction(async (tx) => {
      const now = new Date();
      const change = await this.repository.lock(tx, id);
      requireUndoable(change, now);
      await this.repository.markUndone(tx, id, actor.id, now);
      return this.putAllBack(tx, actor, change.tickets, now);
    });
    this.log.info('change of tickets taken back', { bulkId: id, restored: undone.restored.length });
    return undone;
  }

  private async putAllBack(tx: Tx, actor: Actor, changed: ChangedTicket[], now: Date): Promise<BulkUndone> {
    const { steps, left } = planUndo(changed, await this.groundOf(tx, changed));
    await this.tags.retagAll(
      tx,
      steps.map(({ tags }) => tags),
    );
    await this.writer.writeAll(tx, actor, steps, now);
    return { restored: steps.map(({ ticket }) => ticket.id), left };
  }

  private async groundOf(tx: Tx, changed: ChangedTicket[]): Promise<UndoGround> {
    const ids = changed.map(({ id }) => id);
    const tickets = await this.tickets.lockAll(tx, ids);
    const lostAssignees = await this.lostAssignees(tx, changed);
    const removed = await this.tags.live(tx, [...new Set(changed.flatMap((one) => one.removed))]);
    const tags = new Map(removed.map((tag) => [tag.id, tag]));
    return { tickets, lostAssignees, tags, carried: await this.tags.carriedBy(tx, ids) };
  }

  /** Locked by id, as by those who change rights. */
  private async lostAssignees(tx: Tx, changed: ChangedTicket[]): Promise<Set<number>> {
    const moved = changed.filter(({ before, after }) => before.assignedToId !== after.assignedToId);
    const lost = new Set<number>();
    const people = new Set(moved.map(({ before }) => before.assignedToId ?? 0));
    people.delete(0);
    for (const id of [...people].sort((a, b) => a - b)) {
      if (!(await this.assignees.isAssignable(tx, id))) lost.add(id);
    }
    return lost;
  }
}

function requireUndoable(
  change: LockedBulkChange | undefined,
  now: Date,
): asserts change is LockedBulkChange {
  if (!change) throw bulkChangeNotFound();
  if (change.undoneAt) throw alreadyUndone();
  if (change.createdAt.getTime() + UNDO_MS < now.getTime()) throw tooLateToUndo();
}
