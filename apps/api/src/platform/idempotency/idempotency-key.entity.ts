import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One use of an `Idempotency-Key`: what was asked, and what was answered. Kept for 24 hours. */
@Entity('idempotency_keys')
@Index('idempotency_keys_claimed', ['claimedAt'])
export class IdempotencyKeyEntity {
  @PrimaryColumn('integer', { name: 'actor_id', primaryKeyConstraintName: 'idempotency_keys_pk' })
  actorId: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pk' })
  key: string;

  /** SHA-256 of method, address and body. */
  @Column('bytea', { name: 'request_hash' })
  requestHash: Buffer;

  @Column('timestamptz', { name: 'claimed_at', default: () => 'now()' })
  claimedAt: Date;

  /** Set in the transaction of the write itself: from then on it must not be done again. */
  @Column('timestamptz', { name: 'committed_at', nullable: true })
  committedAt: Date | null;

  @Column('integer', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  headers: Record<string, string> | null;

  @Column('jsonb', { nullable: true })
  body: unknown;
}
