import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../platform/config/env.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Schedules } from '../platform/events/schedules.js';
import { Log } from '../platform/logging/log.js';
import {
  closesAt,
  closeWhatWasResolvedBy,
  type ClosingRules,
  closingRules,
  warnedBy,
  warnWhatWasResolvedBy,
} from './closing-rules.js';
import { FIRST, ResolvedTicketsRepository, type Waiting } from './resolved-tickets.repository.js';
import { ticketChanged, ticketClosingSoon } from './ticket.events.js';
import { TicketsRepository } from './tickets.repository.js';

const EVERY_MS = 3_600_000;
/** So many warnings, and so many ends, in one run: a help desk that is upgraded does not mail all its past at once. */
const MOST_IN_A_RUN = 1_000;

/**
 * Closes what was resolved days ago and heard nothing more, after a warning. Each ticket is a transaction of its own,
 * looked at again under its lock: who reopens it in that moment wins.
 */
@Injectable()
export class CloseResolvedTickets implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly database: Database,
    private readonly resolved: ResolvedTicketsRepository,
    private readonly tickets: TicketsRepository,
    private readonly events: EventLog,
    private readonly log: Log,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    const rules = closingRules(this.env);
    if (!rules) return;
    this.schedules.register({
      name: 'close-resolved-tickets',
      everyMs: EVERY_MS,
      run: () => this.run(rules, new Date()),
    });
  }

  async run(rules: ClosingRules, now: Date): Promise<void> {
    // what is due is closed first: a ticket is not warned about and closed in one run
    await this.close(rules, now);
    if (rules.warningMs > 0) await this.warn(rules, now);
  }

  private async warn(rules: ClosingRules, now: Date): Promise<void> {
    const resolvedBy = warnWhatWasResolvedBy(rules, now);
    await this.forEach(
      (after) => this.resolved.listUnwarned(resolvedBy, after),
      async (tx, id) => {
        const ticket = await this.resolved.takeUnwarned(tx, id, resolvedBy);
        if (!ticket) return false;
        ticket.warnOfClosing(now);
        await this.tickets.save(tx, ticket, ticket.version);
        await this.events.append(tx, ticketClosingSoon(ticket, closesAt(rules, ticket.resolvedAt!, now)));
        return true;
      },
      'requester warned that the ticket is about to be closed',
    );
  }

  private async close(rules: ClosingRules, now: Date): Promise<void> {
    const [resolvedBy, warned] = [closeWhatWasResolvedBy(rules, now), warnedBy(rules, now)];
    await this.forEach(
      (after) => this.resolved.listOverdue(resolvedBy, warned, after),
      async (tx, id) => {
        const ticket = await this.resolved.takeOverdue(tx, id, resolvedBy, warned);
        if (!ticket) return false;
        const [before, loadedVersion, closedAt] = [ticket.facts(), ticket.version, new Date()];
        ticket.moveTo('closed', closedAt);
        const changes = ticket.concludeChange(before, closedAt);
        await this.tickets.save(tx, ticket, loadedVersion);
        for (const event of ticketChanged(null, ticket, changes)) await this.events.append(tx, event);
        return true;
      },
      'ticket closed by itself',
    );
  }

  /** One after the other, each in a transaction of its own. What fails keeps no other from it. @throws Error the first */
  private async forEach(
    batchAfter: (last: Waiting) => Promise<Waiting[]>,
    act: (tx: Tx, id: number) => Promise<boolean>,
    what: string,
  ): Promise<void> {
    const failures: unknown[] = [];
    let last = FIRST;
    for (let done = 0; done < MOST_IN_A_RUN;) {
      const batch = await batchAfter(last);
      if (batch.length === 0) break;
      for (const { id } of batch) {
        const isDone = await this.database
          .transaction((tx) => act(tx, id))
          .catch((error: unknown) => void failures.push(error));
        if (!isDone) continue;
        this.log.info(what, { ticketId: id });
        done += 1;
      }
      last = batch.at(-1)!;
    }
    if (failures.length > 0) throw failures[0];
  }
}
