import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Comments1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ticket_comments (
        id integer generated always as identity constraint ticket_comments_pk primary key,
        ticket_id integer not null constraint ticket_comments_ticket_fk references tickets on delete cascade,
        author_id integer not null constraint ticket_comments_author_fk references users,
        is_internal boolean not null,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        content text not null constraint ticket_comments_content check (char_length(content) between 1 and 20000)
      )`);
    await runner.query(`create index ticket_comments_ticket on ticket_comments (ticket_id, id)`);
    await runner.query(`
      create index ticket_comments_public on ticket_comments (ticket_id, id) where not is_internal`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ticket_comments`);
  }
}
