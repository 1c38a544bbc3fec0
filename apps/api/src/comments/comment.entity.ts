import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TicketEntity } from '../tickets/index.js';
import { UserEntity } from '../users/index.js';

/** What is deleted is in no index of those who may not see it. */
const LIVE = { where: 'deleted_at is null' };
const DELETED = { where: 'deleted_at is not null' };

/** Something said about a ticket, to the requester or among admins. */
@Entity('ticket_comments')
@Check('ticket_comments_content', 'char_length(content) between 1 and 20000')
@Index('ticket_comments_ticket', ['ticketId', 'id'], LIVE)
@Index('ticket_comments_public', ['ticketId', 'id'], { where: 'deleted_at is null and not is_internal' })
@Index('ticket_comments_newest', ['isInternal', 'createdAt', 'id'], LIVE)
@Index('ticket_comments_author', ['authorId', 'isInternal', 'createdAt', 'id'], LIVE)
@Index('ticket_comments_deleted', ['isInternal', 'createdAt', 'id'], DELETED)
@Index('ticket_comments_deleted_author', ['authorId', 'isInternal', 'createdAt', 'id'], DELETED)
@Index('ticket_comments_deleted_ticket', ['ticketId', 'id'], DELETED)
@Index('ticket_comments_deleted_text', { synchronize: false })
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

  /** Null unless it is deleted: then only the admin area shows it. */
  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;

  /** Grows with every change. */
  @Column('integer', { default: 1 })
  version: number;

  /** @returns what it said before; undefined when it says so already */
  edit(content: string, now: Date): string | undefined {
    if (content === this.content) return undefined;
    const before = this.content;
    this.content = content;
    this.updatedAt = now;
    this.version += 1;
    return before;
  }

  /** Its text stays, and when that was last changed. */
  delete(now: Date): void {
    this.deletedAt = now;
    this.version += 1;
  }

  restore(): void {
    this.deletedAt = null;
    this.version += 1;
  }
}
