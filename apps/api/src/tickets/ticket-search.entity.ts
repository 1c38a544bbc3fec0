import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TicketEntity } from './ticket.entity.js';

/**
 * What can be found: one row for a ticket's own text, one for each comment. A table of its own, because a
 * full-text column in the hot row would be indexed again with each change of status; one row a comment,
 * because a document has a size limit that a long conversation would reach.
 */
@Entity('ticket_search')
@Index('ticket_search_document', { synchronize: false })
@Index('ticket_search_ticket', ['ticketId'])
@Index('ticket_search_comment', ['commentId'], { unique: true, where: 'comment_id is not null' })
export class TicketSearchEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'ticket_search_pk',
  })
  id: number;

  @ForeignKey(() => TicketEntity, { name: 'ticket_search_ticket_fk', onDelete: 'CASCADE' })
  @Column('integer', { name: 'ticket_id' })
  ticketId: number;

  /** Null for the ticket's own title and description. */
  @Column('integer', { name: 'comment_id', nullable: true })
  commentId: number | null;

  @Column('boolean', { name: 'is_internal' })
  isInternal: boolean;

  @Column('tsvector', { select: false })
  document: string;
}
