import type { IntegrationRequest } from '@ticketing/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { DeliveryEntity } from '../platform/events/delivery.entity.js';
import { IntegrationEntity } from './integration.entity.js';

/** One try to reach an integration: a line of its log, kept for 30 days. */
@Entity('integration_calls')
@Index('integration_calls_integration', ['integrationId', 'id'])
export class IntegrationCallEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'integration_calls_pk',
  })
  id: number;

  @ForeignKey(() => IntegrationEntity, { name: 'integration_calls_integration_fk', onDelete: 'CASCADE' })
  @Column('integer', { name: 'integration_id' })
  integrationId: number;

  /** Null for what is tried once: tests, and what a button or the clock asks for. */
  @ForeignKey(() => DeliveryEntity, { name: 'integration_calls_delivery_fk', onDelete: 'SET NULL' })
  @Index('integration_calls_delivery')
  @Column('bigint', { name: 'delivery_row_id', nullable: true })
  deliveryRowId: string | null;

  /** What the receiver knows it by. */
  @Column('text', { name: 'delivery_id' })
  deliveryId: string;

  @Column('text', { name: 'event_type' })
  eventType: string;

  @Column('integer', { name: 'ticket_id', nullable: true })
  ticketId: number | null;

  @Index('integration_calls_tried')
  @Column('timestamptz', { name: 'tried_at', default: () => 'now()' })
  triedAt: Date;

  @Column('jsonb')
  request: IntegrationRequest;

  @Column('integer', { nullable: true })
  status: number | null;

  @Column('text')
  answer: string;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('integer', { name: 'duration_ms' })
  durationMs: number;
}
