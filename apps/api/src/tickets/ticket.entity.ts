import {
  ACTIVE_TICKET_STATUSES,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type FieldChange,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
} from '@ticketing/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UserEntity } from '../users/index.js';
import { type TicketFacts, ticketFacts, changesBetween } from './ticket-changes.js';
import { requireTransition } from './ticket-status.js';

const oneOf = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
const LIVE = { where: 'deleted_at is null' };
const UNASSIGNED = { where: 'deleted_at is null and assigned_to_id is null' };
const DELETED = { where: 'deleted_at is not null' };

/** A ticket: its columns and everything that can happen to it. */
@Entity('tickets')
@Check('tickets_status', `status in (${oneOf(TICKET_STATUSES)})`)
@Check('tickets_category', `category in (${oneOf(TICKET_CATEGORIES)})`)
@Check('tickets_score', 'score between 1 and 5')
@Check('tickets_title', 'char_length(title) between 3 and 200')
@Index('tickets_updated', ['updatedAt', 'id'], LIVE)
// what statistics count by stands in the index of its moment: long lists are counted without looking at tickets
@Index('tickets_created', ['createdAt', 'id', 'status', 'priority', 'category'], LIVE)
@Index('tickets_done', ['resolvedAt', 'id', 'assignedToId', 'priority', 'category'], {
  where: 'deleted_at is null and resolved_at is not null',
})
@Index('tickets_answered', ['firstResponseAt', 'id', 'assignedToId'], {
  where: 'deleted_at is null and first_response_at is not null',
})
@Index('tickets_rated', ['ratedAt', 'id', 'score', 'assignedToId'], {
  where: 'deleted_at is null and rated_at is not null',
})
@Index('tickets_created_hour', { synchronize: false })
@Index('tickets_worked', { synchronize: false })
@Index('tickets_active', ['createdAt', 'id'], {
  where: `deleted_at is null and status in (${oneOf(ACTIVE_TICKET_STATUSES)})`,
})
@Index('tickets_priority', ['priority', 'id'], LIVE)
@Index('tickets_status_updated', ['status', 'updatedAt', 'id'], LIVE)
@Index('tickets_user_updated', ['userId', 'updatedAt', 'id'], LIVE)
@Index('tickets_assignee_updated', ['assignedToId', 'status', 'updatedAt', 'id'], {
  where: 'deleted_at is null and assigned_to_id is not null',
})
@Index('tickets_deleted', ['id'], DELETED)
@Index('tickets_deleted_updated', ['updatedAt', 'id'], DELETED)
@Index('tickets_deleted_created', ['createdAt', 'id'], DELETED)
@Index('tickets_deleted_priority', ['priority', 'id'], DELETED)
@Index('tickets_resolved', ['resolvedAt', 'id'], { where: `status = 'resolved' and deleted_at is null` })
@Index('tickets_unassigned_updated', ['status', 'updatedAt', 'id'], UNASSIGNED)
export class TicketEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'tickets_pk' })
  id: number;

  /** The requester. */
  @ForeignKey(() => UserEntity, { name: 'tickets_user_fk' })
  @Column('integer', { name: 'user_id' })
  userId: number;

  @ForeignKey(() => UserEntity, { name: 'tickets_assignee_fk' })
  @Column('integer', { name: 'assigned_to_id', nullable: true })
  assignedToId: number | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  /** Last change that the requester can see: internal notes leave no trace here. */
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @Column({ type: 'timestamptz', name: 'resolved_at', precision: 3, nullable: true })
  resolvedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true })
  closedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'first_response_at', precision: 3, nullable: true })
  firstResponseAt: Date | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;

  /** Grows with every change of the ticket itself. */
  @Column('integer', { default: 1 })
  version: number;

  /** Grows with every change that only admins see: other tags. */
  @Column('integer', { name: 'internal_version', default: 0 })
  internalVersion: number;

  @Column('integer', { name: 'public_comment_count', default: 0 })
  publicCommentCount: number;

  @Column('integer', { name: 'internal_comment_count', default: 0 })
  internalCommentCount: number;

  @Column('text', { default: 'open' })
  status: TicketStatus;

  /** An enum, because PostgreSQL sorts it in the order of its values. */
  @Column('enum', { enum: TICKET_PRIORITIES, enumName: 'ticket_priority' })
  priority: TicketPriority;

  @Column('text')
  category: TicketCategory;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('text', { name: 'admin_feedback', nullable: true })
  adminFeedback: string | null;

  /** How often it was resolved: the number of its latest resolution. */
  @Column('integer', { name: 'resolution_count', default: 0 })
  resolutionCount: number;

  /** The latest resolution has its rating. */
  @Column('boolean', { name: 'is_rated', default: false })
  isRated: boolean;

  /** When the newest rating was given, of whichever resolution, and its score. */
  @Column({ type: 'timestamptz', name: 'rated_at', precision: 3, nullable: true })
  ratedAt: Date | null;

  @Column('smallint', { nullable: true })
  score: number | null;

  /** When the requester was told that it is about to be closed; null as soon as its status changes. */
  @Column({ type: 'timestamptz', name: 'closing_soon_at', precision: 3, nullable: true })
  closingSoonAt: Date | null;

  /** Title, description, category, priority: whatever is given. */
  edit(fields: Partial<Pick<TicketEntity, 'title' | 'description' | 'category' | 'priority'>>): void {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    Object.assign(this, Object.fromEntries(given));
  }

  assignTo(adminId: number | null): void {
    this.assignedToId = adminId;
  }

  /**
   * Goes to another status and stamps the moment. The same status again changes nothing.
   * @throws ProblemError 409 when the transition table does not have it
   */
  moveTo(status: TicketStatus, now: Date): void {
    if (status === this.status) return;
    requireTransition(this.status, status);
    this.status = status;
    this.resolvedAt = this.momentOfResolution(status, now);
    this.closedAt = status === 'closed' ? now : null;
    this.closingSoonAt = null;
    if (status === 'resolved') this.beginResolution();
  }

  /** What the support team tells the requester about the status. */
  giveFeedback(feedback: string): void {
    this.adminFeedback = feedback || null;
  }

  /**
   * Counts a comment. A public one of the requester brings back a ticket that waited for them or was resolved;
   * the first public one of somebody else is the first response.
   */
  recordComment(authorId: number, isInternal: boolean, now: Date): void {
    if (isInternal) {
      this.internalCommentCount += 1;
      return;
    }
    this.publicCommentCount += 1;
    this.updatedAt = now;
    const byRequester = authorId === this.userId;
    if (!byRequester) this.firstResponseAt ??= now;
    else if (this.status === 'pending_user' || this.status === 'resolved') this.moveTo('open', now);
  }

  /**
   * A comment was changed (0), deleted (-1) or restored (1). Nothing else is taken back: that somebody was the first
   * to answer, or that the ticket was reopened, stays what happened.
   */
  recordCommentChange(isInternal: boolean, countedMore: -1 | 0 | 1, now: Date): void {
    if (isInternal) {
      this.internalCommentCount += countedMore;
      return;
    }
    this.publicCommentCount += countedMore;
    this.updatedAt = now;
  }

  /** The requester said how the latest resolution was. */
  rate(score: number, now: Date): void {
    this.isRated = true;
    this.ratedAt = now;
    this.score = score;
    this.updatedAt = now;
  }

  /** Nothing that anybody sees changes: neither version nor date. */
  warnOfClosing(now: Date): void {
    this.closingSoonAt = now;
  }

  /** It has other tags. For the requester nothing has happened: neither version nor date. */
  markTagged(): void {
    this.internalVersion += 1;
  }

  delete(now: Date): void {
    this.deletedAt = now;
  }

  restore(): void {
    this.deletedAt = null;
  }

  facts(): TicketFacts {
    return ticketFacts(this);
  }

  /** Marks a new version if something changed. @returns what changed */
  concludeChange(before: TicketFacts, now: Date): FieldChange[] {
    const changes = changesBetween(before, this.facts());
    if (changes.length > 0) this.markChanged(now);
    return changes;
  }

  markChanged(now: Date): void {
    this.version += 1;
    this.updatedAt = now;
  }

  private beginResolution(): void {
    this.resolutionCount += 1;
    this.isRated = false;
  }

  /** Closing a resolved ticket keeps the moment of its resolution; coming back to work clears it. */
  private momentOfResolution(status: TicketStatus, now: Date): Date | null {
    if (status === 'resolved') return now;
    return status === 'closed' ? (this.resolvedAt ?? now) : null;
  }
}
