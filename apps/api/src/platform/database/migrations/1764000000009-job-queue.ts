import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobQueue1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table deliveries
        add column recipient text not null default '',
        add column leased_until timestamptz,
        add column rung_at timestamptz`);
    await runner.query(`drop index deliveries_once`);
    await runner.query(`create unique index deliveries_once on deliveries (event_id, handler, recipient)`);
    await runner.query(`
      create index deliveries_open on deliveries (handler, recipient) where done_at is null and dead_at is null`);
    await runner.query(`
      create index deliveries_leased on deliveries (handler, recipient)
        where leased_until is not null and done_at is null and dead_at is null`);
    await runner.query(`
      create index deliveries_waiting on deliveries (id) where done_at is null and dead_at is null`);
    await runner.query(`create index deliveries_dead on deliveries (id) where dead_at is not null`);
    await runner.query(`
      create table schedules (
        name text constraint schedules_pk primary key,
        next_run_at timestamptz not null default now(),
        rung_at timestamptz,
        ran_at timestamptz,
        last_error text
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table schedules`);
    await runner.query(`delete from deliveries where recipient <> ''`);
    await runner.query(
      `drop index deliveries_once, deliveries_open, deliveries_leased, deliveries_waiting, deliveries_dead`,
    );
    await runner.query(`create unique index deliveries_once on deliveries (event_id, handler)`);
    await runner.query(`
      alter table deliveries drop column recipient, drop column leased_until, drop column rung_at`);
  }
}
