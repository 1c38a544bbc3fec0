import type { IntegrationEventType, IntegrationKind } from '@ticketing/contracts';
import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What its kind needs to know, and may be shown. */
export interface IntegrationSettings {
  /** Webhook. */
  url?: string;
  /** Jira. */
  site_url?: string;
  project_key?: string;
  issue_type?: string;
  email?: string;
}

/** Somebody else's system that hears of tickets. */
@Entity('integrations')
@Check('integrations_kind', `kind in ('webhook', 'slack', 'jira')`)
export class IntegrationEntity {
  @PrimaryGeneratedColumn('identity', {
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'integrations_pk',
  })
  id: number;

  @Column('text')
  kind: IntegrationKind;

  @Column('text')
  name: string;

  @Column('jsonb', { default: {} })
  settings: IntegrationSettings;

  @Column('text', { array: true, default: [] })
  events: IntegrationEventType[];

  /** Sealed: the signing key of a webhook, the address of Slack, the token of Jira. */
  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  @Column('text', { name: 'secret_hint', nullable: true })
  secretHint: string | null;

  /** The signing key before, sealed: it signs along for a while. */
  @Column('bytea', { name: 'previous_secret', nullable: true })
  previousSecret: Buffer | null;

  @Column('timestamptz', { name: 'previous_secret_until', nullable: true })
  previousSecretUntil: Date | null;

  @Column('boolean', { name: 'is_active', default: true })
  isActive: boolean;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  /** Null when an admin did it. */
  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason: string | null;

  /** Nothing got through since then. */
  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince: Date | null;

  /** Long ago, and `failingSince` says nothing any more: whether it works was not tried since. */
  @Column('timestamptz', { name: 'last_failed_at', nullable: true })
  lastFailedAt: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
