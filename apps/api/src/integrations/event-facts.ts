import { Injectable } from '@nestjs/common';
import type { FieldChange, IntegrationEventType, WebhookTicket } from '@ticketing/contracts';
import { type CommentAddedData, CommentReader } from '../comments/index.js';
import { Env } from '../platform/config/env.js';
import { Database } from '../platform/database/database.js';
import type { StoredEvent } from '../platform/events/event-handlers.js';
import { named } from '../platform/database/statement.js';
import type { TicketChangeData, TicketRow } from '../tickets/index.js';
import { UserDirectory, type UserRefs } from '../users/index.js';
import type { EventFacts } from './integration-adapter.js';

/** No counts, texts or times of internal notes: what is not read cannot get out. */
export type ToldTicket = Omit<
  TicketRow,
  'latestAuthorId' | 'latestExcerpt' | 'latestIsInternal' | 'latestCreatedAt' | 'internalCommentCount'
>;

const TICKET = named<ToldTicket>(
  'integrations.ticket',
  `select id, user_id as "userId", assigned_to_id as "assignedToId", title, description, category, priority, status,
     created_at as "createdAt", updated_at as "updatedAt", resolved_at as "resolvedAt", deleted_at as "deletedAt",
     public_comment_count as "publicCommentCount", closed_at as "closedAt", first_response_at as "firstResponseAt",
     admin_feedback as "adminFeedback", version
   from tickets where id = $1`,
);

/** Loads what other systems are told of an event: as it is now, as its requester may see it. */
@Injectable()
export class EventFactsReader {
  constructor(
    private readonly database: Database,
    private readonly comments: CommentReader,
    private readonly directory: UserDirectory,
    private readonly env: Env,
  ) {}

  /** A deleted one, too. */
  async ticket(id: number): Promise<ToldTicket | undefined> {
    const [row] = await this.database.rows(TICKET, [id]);
    return row;
  }

  pageOf(ticketId: number): string {
    return `${this.env.publicUrl}/tickets/${ticketId}`;
  }

  /** Undefined when there is nothing to tell (any more): an internal note, a ticket that was deleted since. */
  async load(event: StoredEvent): Promise<EventFacts | undefined> {
    if (event.isInternal || event.ticketId === null) return undefined;
    const ticket = await this.ticket(event.ticketId);
    if (!ticket || !isStillTold(event, ticket)) return undefined;
    const comment = await this.commentOf(event, ticket);
    if (event.type === 'comment.added' && !comment) return undefined;
    return this.factsOf(event, ticket, comment ?? null);
  }

  private async factsOf(
    event: StoredEvent,
    ticket: ToldTicket,
    comment: EventFacts['comment'],
  ): Promise<EventFacts> {
    const changes = (event.data as Partial<TicketChangeData>).changes ?? [];
    const assignees = changes.filter(isAssignment).flatMap(({ from, to }) => [toId(from), toId(to)]);
    const people = await this.directory.refs([
      event.actorId,
      ticket.userId,
      ticket.assignedToId,
      ...assignees,
    ]);
    return {
      type: event.type as IntegrationEventType,
      createdAt: event.createdAt,
      actor: people.ofNullable(event.actorId),
      ticket: this.present(ticket, people),
      changes: changes.map((change) => withNames(change, people)),
      comment,
    };
  }

  /** Read as the requester: an internal note is not found, whatever the event says. */
  private async commentOf(
    event: StoredEvent,
    ticket: ToldTicket,
  ): Promise<EventFacts['comment'] | undefined> {
    const { comment_id: id } = event.data as Partial<CommentAddedData>;
    if (id === undefined) return undefined;
    const requester = { id: ticket.userId, role: 'user' } as const;
    const found = await this.comments.find(requester, { ...ticket, internalCommentCount: 0 }, [id]);
    const view = found.get(id);
    return view && { id, author: view.author, content: view.content, created_at: view.created_at };
  }

  private present(ticket: ToldTicket, people: UserRefs): WebhookTicket {
    return {
      id: ticket.id,
      url: this.pageOf(ticket.id),
      title: ticket.title,
      category: ticket.category,
      priority: ticket.priority,
      status: ticket.status,
      user: people.of(ticket.userId),
      assigned_to: people.ofNullable(ticket.assignedToId),
      created_at: ticket.createdAt.toISOString(),
      updated_at: ticket.updatedAt.toISOString(),
      resolved_at: ticket.resolvedAt?.toISOString() ?? null,
      comment_count: ticket.publicCommentCount,
    };
  }
}

/** Of a deleted ticket only that it was deleted. */
const isStillTold = ({ type }: StoredEvent, { deletedAt }: ToldTicket) =>
  deletedAt === null || type === 'ticket.deleted';

const isAssignment = ({ field }: FieldChange) => field === 'assigned_to';
const toId = (id: string | null) => (id === null ? null : Number(id));

/** The spine keeps ids of assignees, because names change; people read names. */
function withNames(change: FieldChange, people: UserRefs): FieldChange {
  if (!isAssignment(change)) return change;
  const nameOf = (id: string | null) => people.ofNullable(toId(id))?.name ?? null;
  return { ...change, from: nameOf(change.from), to: nameOf(change.to) };
}
