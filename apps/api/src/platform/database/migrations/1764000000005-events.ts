import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Events1764000000005 implements MigrationInterface {
  /** No foreign keys: history stays when what it tells of is gone. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table events (
        id bigint generated always as identity constraint events_pk primary key,
        type text not null constraint events_type check (char_length(type) between 3 and 60),
        ticket_id integer,
        actor_id integer,
        is_internal boolean not null default false,
        data jsonb not null default '{}',
        created_at timestamptz not null default now(),
        position bigint,
        dispatched_at timestamptz
      )`);
    await runner.query(`create index events_ticket on events (ticket_id, id) where ticket_id is not null`);
    await runner.query(`create index events_undispatched on events (id) where dispatched_at is null`);
    await runner.query(`create unique index events_position on events (position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table events`);
  }
}
