import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TicketEntity } from '../tickets/index.js';
import { UserEntity } from '../users/index.js';

const KEY = { primaryKeyConstraintName: 'ticket_mutes_pk' };

/** Somebody wants to hear nothing more of a ticket. */
@Entity('ticket_mutes')
export class TicketMuteEntity {
  @ForeignKey(() => TicketEntity, { name: 'ticket_mutes_ticket_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'ticket_id', ...KEY })
  ticketId: number;

  @ForeignKey(() => UserEntity, { name: 'ticket_mutes_user_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'user_id', ...KEY })
  userId: number;
}
