import { Injectable } from '@nestjs/common';
import type { FieldChange, TicketView } from '@ticketing/contracts';
import type { Actor, Who } from '../platform/access/actor.js';
import { commitHooks } from '../platform/database/commit-hooks.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { requireVersion, type VersionCheck } from '../platform/http/if-match.js';
import { Log } from '../platform/logging/log.js';
import type { CreateTicketDto } from './dto/create-ticket.dto.js';
import type { UpdateStatusDto } from './dto/update-status.dto.js';
import type { UpdateTicketDto } from './dto/update-ticket.dto.js';
import { TemplatesRepository } from '../templates/index.js';
import { Assignees } from './assignees.js';
import { TicketReader } from './ticket-reader.js';
import { TicketSearch } from './ticket-search.js';
import { TicketTags } from './ticket-tags.js';
import { versionFor } from './ticket-version.js';
import type { TicketEntity } from './ticket.entity.js';
import { asLocked, TicketWriter } from './ticket-writer.js';
import { ticketChanged, ticketCreated, type TicketNews } from './ticket.events.js';
import { may, requireMay, ticketPolicy } from './ticket.policy.js';
import { templateNotActive } from './ticket.problems.js';
import { TicketsRepository } from './tickets.repository.js';

/** Everything that changes a ticket: who -> rule -> write -> event. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly database: Database,
    private readonly repository: TicketsRepository,
    private readonly reader: TicketReader,
    private readonly search: TicketSearch,
    private readonly writer: TicketWriter,
    private readonly assignees: Assignees,
    private readonly tags: TicketTags,
    private readonly templates: TemplatesRepository,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  async create(actor: Actor, body: CreateTicketDto): Promise<TicketView> {
    const id = await this.database.transaction((tx) => this.createIn(tx, actor, body));
    return this.reader.read(actor, id);
  }

  /**
   * The same inside a transaction, for those who write more than the ticket: mails that arrive.
   * @param news what whoever acts on the event has to know beside the ticket
   */
  async createIn(tx: Tx, actor: Who, body: CreateTicketDto, news: TicketNews = {}): Promise<number> {
    const { template_id, tags = [], ...content } = body;
    if (template_id !== undefined && !(await this.templates.isActive(tx, template_id)))
      throw templateNotActive();
    const id = await this.repository.insert(tx, { ...content, userId: actor.id }, new Date());
    await this.search.addTicket(tx, { id, ...content });
    const started = template_id === undefined ? news : { ...news, template_id };
    await this.events.append(tx, ticketCreated(actor, { id }, started));
    const isTagged = may(ticketPolicy.tag, actor, { userId: actor.id, status: 'open' });
    const tagged = isTagged ? await this.tags.replace(tx, id, tags) : [];
    for (const event of ticketChanged(actor, { id }, tagged)) await this.events.append(tx, event);
    commitHooks.after(tx, () => this.log.info('ticket created', { ticketId: id }));
    return id;
  }

  /** What the actor may not write (status, assignee and tags, for the requester) is ignored. */
  update(actor: Actor, id: number, body: UpdateTicketDto, version: VersionCheck): Promise<TicketView> {
    return this.change(actor, id, version, async (tx, ticket, now) => {
      const { status, assigned_to, tags, ...fields } = body;
      requireMay(ticketPolicy.edit, actor, ticket);
      ticket.edit(fields);
      if (assigned_to !== undefined && may(ticketPolicy.assign, actor, ticket)) {
        await this.assignees.requireAssignable(tx, assigned_to);
        ticket.assignTo(assigned_to);
      }
      if (status !== undefined && may(ticketPolicy.update_status, actor, ticket)) ticket.moveTo(status, now);
      if (tags === undefined || !may(ticketPolicy.tag, actor, ticket)) return [];
      const tagged = await this.tags.replace(tx, id, tags);
      if (tagged.length > 0) ticket.markTagged();
      return tagged;
    });
  }

  /** The same status without feedback changes nothing and makes no history. */
  updateStatus(actor: Actor, id: number, body: UpdateStatusDto, version: VersionCheck): Promise<TicketView> {
    return this.change(actor, id, version, (_tx, ticket, now) => {
      requireMay(ticketPolicy.update_status, actor, ticket);
      ticket.moveTo(body.status, now);
      if (body.admin_feedback !== undefined) ticket.giveFeedback(body.admin_feedback);
    });
  }

  close(actor: Actor, id: number): Promise<TicketView> {
    return this.change(actor, id, undefined, (_tx, ticket, now) => {
      requireMay(ticketPolicy.close, actor, ticket);
      ticket.moveTo('closed', now);
    });
  }

  reopen(actor: Actor, id: number): Promise<TicketView> {
    return this.change(actor, id, undefined, (_tx, ticket, now) => {
      requireMay(ticketPolicy.reopen, actor, ticket);
      ticket.moveTo('open', now);
    });
  }

  /** Hides it from everybody; `restore` brings it back. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.repository.lockVisible(tx, actor, id);
      requireMay(ticketPolicy.delete, actor, ticket);
      const [locked, now] = [asLocked(ticket), new Date()];
      ticket.delete(now);
      await this.writer.write(tx, actor, { ticket, locked }, now);
    });
    this.log.info('ticket deleted', { ticketId: id });
  }

  async restore(actor: Actor, id: number): Promise<TicketView> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.repository.lockDeleted(tx, id);
      requireMay(ticketPolicy.delete, actor, ticket);
      const locked = asLocked(ticket);
      ticket.restore();
      await this.writer.write(tx, actor, { ticket, locked }, new Date());
    });
    this.log.info('ticket restored', { ticketId: id });
    return this.reader.read(actor, id);
  }

  /** @param act what changes beside the ticket's own columns is what it returns */
  private async change(
    actor: Actor,
    id: number,
    version: VersionCheck,
    act: (tx: Tx, ticket: TicketEntity, now: Date) => void | Promise<FieldChange[]>,
  ): Promise<TicketView> {
    const changes = await this.database.transaction(async (tx) => {
      const ticket = await this.repository.lockVisible(tx, actor, id);
      requireVersion(version, versionFor(actor, ticket));
      const [locked, now] = [asLocked(ticket), new Date()];
      const besides = (await act(tx, ticket, now)) ?? [];
      return this.writer.write(tx, actor, { ticket, locked, besides }, now);
    });
    this.log.info('ticket changed', { ticketId: id, fields: changes.map(({ field }) => field) });
    return this.reader.read(actor, id);
  }
}
