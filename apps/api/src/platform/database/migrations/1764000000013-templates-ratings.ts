import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TemplatesRatings1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.addTemplates(runner);
    await this.addResolutions(runner);
    await this.addRatings(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ticket_ratings`);
    await runner.query(`drop index tickets_resolved`);
    await runner.query(`alter table tickets drop resolution_count, drop is_rated, drop closing_soon_at`);
    await runner.query(`drop table ticket_templates`);
  }

  /** What the history says of the tickets that are there; read before the table of tickets is locked. */
  private async readResolutions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create temporary table past_resolutions on commit drop as
        select ticket_id, count(*)::int as count from events
         where type = 'ticket.status_changed'
           and data @> '{"changes": [{"field": "status", "to": "resolved"}]}'
         group by ticket_id`);
  }

  /** At least one for those that are resolved. */
  private async writeResolutions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update tickets t set resolution_count = p.count from past_resolutions p where p.ticket_id = t.id`);
    await runner.query(`
      update tickets set resolution_count = 1 where status = 'resolved' and resolution_count = 0`);
  }

  private async addTemplates(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ticket_templates (
        id integer generated always as identity constraint ticket_templates_pk primary key,
        name text not null,
        name_key text not null,
        title text not null,
        description text not null,
        category text not null constraint ticket_templates_category
          check (category in ('bug', 'feature', 'support', 'billing', 'other')),
        priority ticket_priority not null,
        is_active boolean not null,
        position integer not null,
        version integer not null default 1,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        deleted_at timestamptz(3)
      )`);
    await runner.query(
      `create unique index ticket_templates_name on ticket_templates (name_key) where deleted_at is null`,
    );
    await runner.query(
      `create index ticket_templates_order on ticket_templates (position, id) where deleted_at is null`,
    );
  }

  private async addResolutions(runner: QueryRunner): Promise<void> {
    await this.readResolutions(runner);
    await runner.query(`
      alter table tickets
        add resolution_count integer not null default 0,
        add is_rated boolean not null default false,
        add closing_soon_at timestamptz(3)`);
    await runner.query(
      `create index tickets_resolved on tickets (resolved_at, id) where status = 'resolved' and deleted_at is null`,
    );
    await this.writeResolutions(runner);
  }

  private async addRatings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ticket_ratings (
        id integer generated always as identity constraint ticket_ratings_pk primary key,
        ticket_id integer not null constraint ticket_ratings_ticket_fk references tickets on delete cascade,
        user_id integer not null constraint ticket_ratings_user_fk references users,
        resolution integer not null,
        score smallint not null constraint ticket_ratings_score check (score between 1 and 5),
        comment text constraint ticket_ratings_comment check (char_length(comment) between 1 and 1000),
        created_at timestamptz(3) not null
      )`);
    await runner.query(
      `create unique index ticket_ratings_resolution on ticket_ratings (ticket_id, resolution)`,
    );
  }
}
