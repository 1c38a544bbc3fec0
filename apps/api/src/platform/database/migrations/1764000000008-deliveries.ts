import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deliveries1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deliveries (
        id bigint generated always as identity constraint deliveries_pk primary key,
        event_id bigint not null constraint deliveries_event_fk references events on delete cascade,
        handler text not null,
        tries integer not null default 0,
        next_try_at timestamptz not null default now(),
        last_error text,
        done_at timestamptz,
        dead_at timestamptz
      )`);
    await runner.query(`create unique index deliveries_once on deliveries (event_id, handler)`);
    await runner.query(`
      create index deliveries_due on deliveries (next_try_at) where done_at is null and dead_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table deliveries`);
  }
}
