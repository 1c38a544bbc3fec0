import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../users/index.js';

/** What a mailed link is good for. */
export const MAIL_TOKEN_PURPOSES = ['reset_password', 'verify_email'] as const;
export type MailTokenPurpose = (typeof MAIL_TOKEN_PURPOSES)[number];

/** A mailed link: good once, for an hour. Neither the token nor a hash that opens it stands here. */
@Entity('mail_tokens')
@Check('mail_tokens_purpose', `purpose in ('reset_password', 'verify_email')`)
@Index('mail_tokens_user', ['userId', 'purpose', 'createdAt'])
export class MailTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_tokens_pk' })
  id: string;

  @ForeignKey(() => UserEntity, { name: 'mail_tokens_user_fk', onDelete: 'CASCADE' })
  @Column('integer', { name: 'user_id' })
  userId: number;

  @Column('text')
  purpose: MailTokenPurpose;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  /** Used, or void since another one or a new password took its place. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
