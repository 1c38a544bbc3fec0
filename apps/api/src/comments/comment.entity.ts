import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TicketEntity } from '../tickets/index.js';
import { UserEntity } from '../users/index.js';

/** Something said about a ticket, to the requester or among admins. */
@Entity('ticket_comments')
@Check('ticket_comments_content', 'char_length(content) between 1 and 20000')
@Index('ticket_comments_ticket', ['ticketId', 'id'])
@Index('ticket_comments_public', ['ticketId', 'id'], { where: 'not is_internal' })
export class CommentEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'ticket_comments_pk',
  })
  id: number;

  @ForeignKey(() => TicketEntity, { name: 'ticket_comments_ticket_fk', onDelete: 'CASCADE' })
  @Column('integer', { name: 'ticket_id' })
  ticketId: number;

  @ForeignKey(() => UserEntity, { name: 'ticket_comments_author_fk' })
  @Column('integer', { name: 'author_id' })
  authorId: number;

  @Column('boolean', { name: 'is_internal' })
  isInternal: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @Column('text')
  content: string;
}
