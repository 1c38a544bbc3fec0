import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Integrations1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createIntegrations(runner);
    await this.createCalls(runner);
    await this.createJiraIssues(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table jira_issues`);
    await runner.query(`drop table integration_calls`);
    await runner.query(`drop table integrations`);
  }

  private async createIntegrations(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table integrations (
        id integer generated always as identity constraint integrations_pk primary key,
        kind text not null constraint integrations_kind check (kind in ('webhook', 'slack', 'jira')),
        name text not null,
        settings jsonb not null default '{}',
        events text[] not null default '{}',
        secret bytea,
        secret_hint text,
        previous_secret bytea,
        previous_secret_until timestamptz,
        is_active boolean not null default true,
        disabled_at timestamptz,
        disabled_reason text,
        failing_since timestamptz,
        last_failed_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        version integer not null default 1
      )`);
  }

  private async createCalls(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table integration_calls (
        id integer generated always as identity constraint integration_calls_pk primary key,
        integration_id integer not null
          constraint integration_calls_integration_fk references integrations on delete cascade,
        delivery_row_id bigint constraint integration_calls_delivery_fk references deliveries on delete set null,
        delivery_id text not null,
        event_type text not null,
        ticket_id integer,
        tried_at timestamptz not null default now(),
        request jsonb not null,
        status integer,
        answer text not null,
        error text,
        duration_ms integer not null
      )`);
    await runner.query(
      `create index integration_calls_integration on integration_calls (integration_id, id)`,
    );
    await runner.query(`create index integration_calls_tried on integration_calls (tried_at)`);
    await runner.query(`create index integration_calls_delivery on integration_calls (delivery_row_id)`);
  }

  private async createJiraIssues(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table jira_issues (
        ticket_id integer not null constraint jira_issues_ticket_fk references tickets on delete cascade,
        integration_id integer not null constraint jira_issues_integration_fk references integrations on delete cascade,
        reference uuid not null,
        requested_by_id integer not null constraint jira_issues_user_fk references users on delete cascade,
        requested_at timestamptz not null default now(),
        attempted_at timestamptz,
        issue_id text,
        key text,
        status_name text,
        status_category text,
        reason text,
        failed_at timestamptz,
        refreshed_at timestamptz,
        constraint jira_issues_pk primary key (ticket_id, integration_id),
        constraint jira_issues_status_category check (status_category in ('new', 'indeterminate', 'done'))
      )`);
    await runner.query(`
      create index jira_issues_refresh on jira_issues (integration_id, refreshed_at) where issue_id is not null`);
  }
}
