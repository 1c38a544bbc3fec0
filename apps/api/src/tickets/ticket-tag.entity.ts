import { TICKET_PRIORITIES, type TicketPriority, type TicketStatus } from '@ticketing/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TagEntity } from '../tags/index.js';
import { TicketEntity } from './ticket.entity.js';

const KEY = { primaryKeyConstraintName: 'ticket_tags_pk' };
const LIVE = { where: 'is_live' };

/**
 * A tag on a ticket. It repeats what lists are sorted by, so that the tickets of a tag, rare or common, are in order by
 * an index alone; a trigger on tickets keeps it in step.
 */
@Entity('ticket_tags')
@Index('ticket_tags_id', ['tagId', 'ticketId'], LIVE)
@Index('ticket_tags_updated', ['tagId', 'updatedAt', 'ticketId'], LIVE)
@Index('ticket_tags_created', ['tagId', 'createdAt', 'ticketId'], LIVE)
@Index('ticket_tags_priority', ['tagId', 'priority', 'ticketId'], LIVE)
@Index('ticket_tags_resolved', ['tagId', 'resolvedAt', 'ticketId'], {
  where: 'is_live and resolved_at is not null',
})
@Index('ticket_tags_answered', ['tagId', 'firstResponseAt', 'ticketId'], {
  where: 'is_live and first_response_at is not null',
})
@Index('ticket_tags_rated', ['tagId', 'ratedAt', 'ticketId'], { where: 'is_live and rated_at is not null' })
@Index('ticket_tags_status_updated', ['tagId', 'status', 'updatedAt', 'ticketId'], LIVE)
export class TicketTagEntity {
  @ForeignKey(() => TicketEntity, { name: 'ticket_tags_ticket_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'ticket_id', ...KEY })
  ticketId: number;

  @ForeignKey(() => TagEntity, { name: 'ticket_tags_tag_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'tag_id', ...KEY })
  tagId: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @Column({ type: 'timestamptz', name: 'resolved_at', precision: 3, nullable: true })
  resolvedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'first_response_at', precision: 3, nullable: true })
  firstResponseAt: Date | null;

  @Column({ type: 'timestamptz', name: 'rated_at', precision: 3, nullable: true })
  ratedAt: Date | null;

  @Column('enum', { enum: TICKET_PRIORITIES, enumName: 'ticket_priority' })
  priority: TicketPriority;

  /** Whether the ticket is not deleted. */
  @Column('boolean', { name: 'is_live' })
  isLive: boolean;

  @Column('text')
  status: TicketStatus;
}
