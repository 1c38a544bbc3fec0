import type { MigrationInterface, QueryRunner } from 'typeorm';

const FACTS = [
  'created_at',
  'first_response_at',
  'resolved_at',
  'assigned_to_id',
  'status',
  'priority',
  'category',
];
const COLUMNS = [...FACTS, 'rated_at', 'score', 'sign'].join(', ');
const of = (row: string) => FACTS.map((column) => `${row}.${column}`).join(', ');

/** Counters behind the statistics, the trigger that feeds them, and what tickets there are. */
export class Stats1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index tickets_done on tickets (resolved_at, id) where deleted_at is null and resolved_at is not null`,
    );
    await this.createCounters(runner);
    await this.createNotes(runner);
    await this.createTrigger(runner);
    // the trigger holds the table's lock until the commit: no change falls between it and this
    await runner.query(`
      insert into stats_changes (${COLUMNS})
        select ${of('t')}, null, null, 1 from tickets t where t.deleted_at is null`);
  }

  private async createCounters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stats_changes (
        id bigint generated always as identity constraint stats_changes_pk primary key,
        created_at timestamptz(3) not null,
        first_response_at timestamptz(3),
        resolved_at timestamptz(3),
        rated_at timestamptz(3),
        assigned_to_id integer,
        sign smallint not null,
        score smallint,
        status text not null,
        priority text not null,
        category text not null
      )`);
    await runner.query(`
      create table stats_rollups (
        series smallint not null,
        level smallint not null,
        block integer not null,
        value integer not null,
        bucket smallint not null,
        n integer not null,
        constraint stats_rollups_pk primary key (series, level, block, value, bucket)
      ) with (fillfactor = 90)`);
  }

  private async createNotes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stats_ratings (
        ticket_id integer constraint stats_ratings_pk primary key,
        event_id bigint not null,
        score smallint not null,
        rated_at timestamptz(3) not null
      )`);
    await runner.query(`
      create table stats_days (
        day integer constraint stats_days_pk primary key,
        unassigned integer not null,
        backlog_days integer
      )`);
    await runner.query(`
      create table stats_reconciliations (
        id integer generated always as identity constraint stats_reconciliations_pk primary key,
        reconciled_at timestamptz(3) not null default now(),
        tickets integer not null,
        differences integer not null,
        details jsonb not null
      )`);
  }

  /**
   * A trigger, because only it sees the row before and after every change, whoever makes it: services, mails, imports,
   * somebody with psql. A comment that changes none of these columns does not call it.
   */
  private async createTrigger(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function stats_note_change() returns trigger language plpgsql as $$
      declare rating record;
      begin
        select r.rated_at, r.score into rating from stats_ratings r where r.ticket_id = coalesce(old.id, new.id);
        if old.id is not null and old.deleted_at is null then
          insert into stats_changes (${COLUMNS}) values (${of('old')}, rating.rated_at, rating.score, -1);
        end if;
        if new.id is not null and new.deleted_at is null then
          insert into stats_changes (${COLUMNS}) values (${of('new')}, rating.rated_at, rating.score, 1);
        end if;
        if new.id is null then
          delete from stats_ratings where ticket_id = old.id;
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger stats_note_row after insert or delete on tickets
        for each row execute function stats_note_change()`);
    const watched = (row: string) => `(${of(row)}, ${row}.deleted_at)`;
    await runner.query(`
      create trigger stats_note_update after update on tickets
        for each row when (${watched('old')} is distinct from ${watched('new')})
        execute function stats_note_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger stats_note_row on tickets`);
    await runner.query(`drop trigger stats_note_update on tickets`);
    await runner.query(`drop function stats_note_change()`);
    await runner.query(
      `drop table stats_reconciliations, stats_days, stats_ratings, stats_rollups, stats_changes`,
    );
    await runner.query(`drop index tickets_done`);
  }
}
