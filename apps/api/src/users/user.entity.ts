import type { Role } from '@ticketing/contracts';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A person with an account. */
@Entity('users')
@Check('users_role', `role in ('user', 'admin')`)
@Index('users_admins', ['id'], { where: `role = 'admin'` })
@Index('users_by_created', ['createdAt', 'id'])
@Index('users_by_name', { synchronize: false })
@Index('users_words', { synchronize: false })
@Index('users_traits', { synchronize: false })
export class UserEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'users_pk' })
  id: number;

  @Column('text')
  role: Role;

  @Column('boolean', { name: 'is_active', default: true })
  isActive: boolean;

  /** As typed: mail goes there. */
  @Column('text')
  email: string;

  /** What makes two addresses the same (`canonicalEmail`). */
  @Index('users_email_canonical', { unique: true })
  @Column('text', { name: 'email_canonical' })
  emailCanonical: string;

  @Column('text', { name: 'first_name' })
  firstName: string;

  @Column('text', { name: 'last_name' })
  lastName: string;

  /** argon2id, PHC string. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt: Date | null;

  /** The seed of the authenticator app, sealed. Set while it is being set up, too. */
  @Column('bytea', { name: 'totp_seed', nullable: true })
  totpSeed: Buffer | null;

  /** Two-factor sign-in is on from then. */
  @Column('timestamptz', { name: 'totp_confirmed_at', nullable: true })
  totpConfirmedAt: Date | null;

  /** The last 30-second step whose code was used: no code is good twice. */
  @Column('integer', { name: 'totp_last_step', nullable: true })
  totpLastStep: number | null;

  /** Somebody invited them, and they have not chosen a password yet. */
  @Column('timestamptz', { name: 'invited_at', nullable: true })
  invitedAt: Date | null;

  /** Grows with everything that admins see of a person; not with a password. */
  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;

  get name(): string {
    return `${this.firstName} ${this.lastName}`.trim();
  }
}
