import type { JiraStatusCategory } from '@ticketing/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TicketEntity } from '../../tickets/index.js';
import { UserEntity } from '../../users/index.js';
import { IntegrationEntity } from '../integration.entity.js';

/** The issue of a ticket in one Jira, from the moment that somebody asked for it. */
@Entity('jira_issues')
@Check('jira_issues_status_category', `status_category in ('new', 'indeterminate', 'done')`)
@Index('jira_issues_refresh', ['integrationId', 'refreshedAt'], { where: 'issue_id is not null' })
export class JiraIssueEntity {
  @ForeignKey(() => TicketEntity, { name: 'jira_issues_ticket_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'ticket_id', primaryKeyConstraintName: 'jira_issues_pk' })
  ticketId: number;

  @ForeignKey(() => IntegrationEntity, { name: 'jira_issues_integration_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'integration_id', primaryKeyConstraintName: 'jira_issues_pk' })
  integrationId: number;

  /** Stands in a label of the issue, so that it is found again when the answer to its creation was lost. */
  @Column('uuid')
  reference: string;

  @ForeignKey(() => UserEntity, { name: 'jira_issues_user_fk', onDelete: 'CASCADE' })
  @Column('integer', { name: 'requested_by_id' })
  requestedById: number;

  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' })
  requestedAt: Date;

  /** Set before Jira is asked to create it: from then on it is looked for first. */
  @Column('timestamptz', { name: 'attempted_at', nullable: true })
  attemptedAt: Date | null;

  /** Jira's own id: keys change when an issue moves to another project. */
  @Column('text', { name: 'issue_id', nullable: true })
  issueId: string | null;

  @Column('text', { nullable: true })
  key: string | null;

  @Column('text', { name: 'status_name', nullable: true })
  statusName: string | null;

  @Column('text', { name: 'status_category', nullable: true })
  statusCategory: JiraStatusCategory | null;

  /** For people: why it was not created, or why it could not be refreshed. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Creating it was given up. */
  @Column('timestamptz', { name: 'failed_at', nullable: true })
  failedAt: Date | null;

  @Column('timestamptz', { name: 'refreshed_at', nullable: true })
  refreshedAt: Date | null;
}
