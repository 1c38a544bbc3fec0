import { Injectable } from '@nestjs/common';
import {
  BULK_LIMITS,
  type BulkPreview,
  type BulkResult,
  type BulkTicketsRequest,
  type TagRef,
} from '@ticketing/contracts';
import type { Actor } from '../../platform/access/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Log } from '../../platform/logging/log.js';
import {
  Assignees,
  saidOn,
  snapshotOf,
  TicketsRepository,
  TicketTags,
  TicketWriter,
} from '../../tickets/index.js';
import { UserDirectory } from '../../users/index.js';
import { requireMeaning } from './apply-change.js';
import type { ChangedTicket } from './bulk-change.entity.js';
import { BulkChangesRepository } from './bulk-changes.repository.js';
import { effectsOf, peopleOfSteps } from './bulk-effects.js';
import { type BulkPlan, planBulk, type Step } from './bulk-plan.js';
import { type TagChange, withoutThese } from './bulk-tags.js';

const UNDO_MS = BULK_LIMITS.undoMinutes * 60_000;

/** Changes many tickets at once: all of those that it can, in one transaction, and names the others. */
@Injectable()
export class BulkTicketsService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsRepository,
    private readonly writer: TicketWriter,
    private readonly assignees: Assignees,
    private readonly tags: TicketTags,
    private readonly repository: BulkChangesRepository,
    private readonly directory: UserDirectory,
    private readonly log: Log,
  ) {}

  /** The same plan, not carried out. @throws ProblemError 400 */
  async preview(actor: Actor, body: BulkTicketsRequest): Promise<BulkPreview> {
    const plan = await this.database.transaction((tx) => this.plan(tx, actor, body, new Date()));
    const people = await this.directory.refs(peopleOfSteps(plan.steps));
    return {
      changed: plan.steps.length,
      unchanged: plan.unchanged.length,
      refused: plan.refused,
      effects: effectsOf(plan.steps, (id) => people.of(id).name),
    };
  }

  /** @throws ProblemError 400 */
  async change(actor: Actor, body: BulkTicketsRequest): Promise<BulkResult> {
    const result = await this.database.transaction(async (tx) => {
      const now = new Date();
      const plan = await this.plan(tx, actor, body, now);
      const changed = await this.carryOut(tx, actor, plan.steps, now);
      const id = changed.length === 0 ? null : await this.repository.insert(tx, actor.id, changed, now);
      return present(plan, id, now);
    });
    this.log.info('tickets changed', {
      bulkId: result.id,
      changed: result.changed.length,
      refused: result.refused.length,
      fields: Object.keys(body.change),
    });
    return result;
  }

  /** Tickets before people: the order in which single changes lock, too. */
  private async plan(tx: Tx, actor: Actor, body: BulkTicketsRequest, now: Date): Promise<BulkPlan> {
    requireMeaning(body.change);
    const tickets = await this.tickets.lockAll(tx, body.ids);
    await this.assignees.requireAssignable(tx, body.change.assigned_to ?? null, '/change/assigned_to');
    return planBulk(actor, body, { tickets, tags: await this.tagsOf(tx, body) }, now);
  }

  /** @throws ProblemError 400 for a tag that is deleted or never was */
  private async tagsOf(tx: Tx, { ids, change }: BulkTicketsRequest): Promise<TagChange> {
    const { add_tags: added = [], remove_tags: removed = [] } = change;
    if (added.length + removed.length === 0) return { add: [], remove: [], carried: new Map() };
    return {
      add: await this.tags.known(tx, added, '/change/add_tags'),
      remove: await this.tags.known(tx, removed, '/change/remove_tags'),
      carried: await this.tags.carriedBy(tx, ids),
    };
  }

  private async carryOut(tx: Tx, actor: Actor, steps: Step[], now: Date): Promise<ChangedTicket[]> {
    await this.tags.retagAll(
      tx,
      steps.map(({ tags }) => tags),
    );
    await this.writer.writeAll(tx, actor, steps, now);
    return steps.map(kept);
  }
}

function kept({ ticket, before, tags: { carried, wanted } }: Step): ChangedTicket {
  const idsOf = (tags: TagRef[]) => tags.map(({ id }) => id);
  return {
    id: ticket.id,
    version: ticket.version,
    internalVersion: ticket.internalVersion,
    before,
    after: snapshotOf(ticket),
    comments: saidOn(ticket),
    added: idsOf(withoutThese(wanted, carried)),
    removed: idsOf(withoutThese(carried, wanted)),
  };
}

function present({ steps, unchanged, refused }: BulkPlan, id: number | null, now: Date): BulkResult {
  return {
    id,
    changed: steps.map(({ ticket }) => ticket.id),
    unchanged,
    refused,
    undo_until: id === null ? null : new Date(now.getTime() + UNDO_MS).toISOString(),
  };
}
