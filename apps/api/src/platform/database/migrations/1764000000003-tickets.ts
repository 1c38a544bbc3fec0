import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tickets1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create type ticket_priority as enum ('low', 'medium', 'high', 'urgent')`);
    // long texts last; fillfactor leaves room for the next version of a row on its own page
    await runner.query(`
      create table tickets (
        id integer generated always as identity constraint tickets_pk primary key,
        user_id integer not null constraint tickets_user_fk references users,
        assigned_to_id integer constraint tickets_assignee_fk references users,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        resolved_at timestamptz(3),
        closed_at timestamptz(3),
        first_response_at timestamptz(3),
        deleted_at timestamptz(3),
        version integer not null default 1,
        public_comment_count integer not null default 0,
        internal_comment_count integer not null default 0,
        status text not null default 'open' constraint tickets_status
          check (status in ('open', 'in_progress', 'pending_user', 'resolved', 'closed')),
        priority ticket_priority not null,
        category text not null constraint tickets_category
          check (category in ('bug', 'feature', 'support', 'billing', 'other')),
        title text not null constraint tickets_title check (char_length(title) between 3 and 200),
        description text not null,
        admin_feedback text
      ) with (fillfactor = 90)`);
    await this.createIndexes(runner);
    await this.createSearch(runner);
  }

  private async createIndexes(runner: QueryRunner): Promise<void> {
    const live = 'deleted_at is null';
    await runner.query(`create index tickets_updated on tickets (updated_at, id) where ${live}`);
    await runner.query(`create index tickets_created on tickets (created_at, id) where ${live}`);
    await runner.query(`create index tickets_priority on tickets (priority, id) where ${live}`);
    await runner.query(
      `create index tickets_status_updated on tickets (status, updated_at, id) where ${live}`,
    );
    await runner.query(
      `create index tickets_user_updated on tickets (user_id, updated_at, id) where ${live}`,
    );
    await runner.query(`
      create index tickets_assignee_updated on tickets (assigned_to_id, status, updated_at, id)
        where ${live} and assigned_to_id is not null`);
    await runner.query(`
      create index tickets_unassigned_updated on tickets (status, updated_at, id)
        where ${live} and assigned_to_id is null`);
  }

  private async createSearch(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ticket_search (
        id integer generated always as identity constraint ticket_search_pk primary key,
        ticket_id integer not null constraint ticket_search_ticket_fk references tickets on delete cascade,
        comment_id integer,
        is_internal boolean not null,
        document tsvector not null
      )`);
    await runner.query(`create index ticket_search_ticket on ticket_search (ticket_id)`);
    await runner.query(`create index ticket_search_document on ticket_search using gin (document)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ticket_search`);
    await runner.query(`drop table tickets`);
    await runner.query(`drop type ticket_priority`);
  }
}
