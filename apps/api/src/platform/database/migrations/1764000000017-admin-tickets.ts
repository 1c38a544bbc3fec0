import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of deleted tickets, changes of many that can be taken back, and links of downloads that were used. */
export class AdminTickets1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const deleted = 'deleted_at is not null';
    await runner.query(`create index tickets_deleted on tickets (id) where ${deleted}`);
    await runner.query(`create index tickets_deleted_updated on tickets (updated_at, id) where ${deleted}`);
    await runner.query(`create index tickets_deleted_created on tickets (created_at, id) where ${deleted}`);
    await runner.query(`create index tickets_deleted_priority on tickets (priority, id) where ${deleted}`);
    await runner.query(`
      create table bulk_changes (
        id integer generated always as identity constraint bulk_changes_pk primary key,
        actor_id integer not null constraint bulk_changes_actor_fk references users (id),
        created_at timestamptz(3) not null,
        tickets jsonb not null,
        undone_at timestamptz(3),
        undone_by_id integer constraint bulk_changes_undone_by_fk references users (id)
      )`);
    await runner.query(`create index bulk_changes_created on bulk_changes (created_at)`);
    await runner.query(`
      create table used_downloads (
        id uuid constraint used_downloads_pk primary key,
        expires_at timestamptz(3) not null
      )`);
    await runner.query(`create index used_downloads_expires on used_downloads (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table used_downloads`);
    await runner.query(`drop table bulk_changes`);
    for (const index of ['priority', 'created', 'updated'])
      await runner.query(`drop index tickets_deleted_${index}`);
    await runner.query(`drop index tickets_deleted`);
  }
}
