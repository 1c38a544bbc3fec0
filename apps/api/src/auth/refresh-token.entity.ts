import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** A refresh token that was given out. Only its SHA-256 is stored: a copy of this table opens nothing. */
@Entity('refresh_tokens')
@Index('refresh_tokens_session', ['sessionId'])
@Index('refresh_tokens_parent', ['parentHash'])
export class RefreshTokenEntity {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'refresh_tokens_pk' })
  tokenHash: Buffer;

  @ForeignKey(() => SessionEntity, { name: 'refresh_tokens_session_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  /** The token that was exchanged for this one; null for the first of a session. */
  @Column('bytea', { name: 'parent_hash', nullable: true })
  parentHash: Buffer | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** When it was exchanged. A token is good for one exchange. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
