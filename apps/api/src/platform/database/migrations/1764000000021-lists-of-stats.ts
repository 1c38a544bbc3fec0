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
const RATED_FACTS = [...FACTS, 'rated_at', 'score'];
const of = (row: string, facts = RATED_FACTS) => facts.map((column) => `${row}.${column}`).join(', ');

const LIVE = 'deleted_at is null';
const HOUR = (field: string) => `extract(${field} from created_at at time zone 'UTC')`;
/** Series of `stats-series.ts`: those that scores are counted in, and those of each assignee. */
const RATED_SERIES = '(15, 16)';
const ASSIGNEE_SERIES = '(12, 14, 16)';

/**
 * Each number of the statistics opens its list: the newest rating stands in the ticket itself, where lists filter by it,
 * and each moment that is counted by has an index.
 */
export class ListsOfStats1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // who folds changes meanwhile would count ratings twice
    await runner.query(`lock table stats_reconciliations in exclusive mode`);
    await runner.query(`alter table tickets add rated_at timestamptz(3), add score smallint,
      add constraint tickets_score check (score between 1 and 5)`);
    await this.dropTrigger(runner);
    await this.createTrigger(runner);
    await this.takeRatings(runner);
    await this.createSpreads(runner);
    await runner.query(`drop table stats_ratings`);
    await runner.query(`delete from deliveries where handler = 'count-rating' and done_at is null`);
    await this.createIndexes(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.dropIndexes(runner);
    // the next recount counts these series anew, in `stats_rollups`
    await runner.query(`drop table stats_spreads`);
    await runner.query(`
      create table stats_ratings (
        ticket_id integer constraint stats_ratings_pk primary key,
        event_id bigint not null,
        score smallint not null,
        rated_at timestamptz(3) not null
      )`);
    // any event that comes is newer
    await runner.query(`insert into stats_ratings (ticket_id, event_id, score, rated_at)
      select id, 0, score, rated_at from tickets where rated_at is not null`);
    await this.dropTrigger(runner);
    await runner.query(`alter table tickets drop rated_at, drop score`);
    await this.createOldTrigger(runner);
  }

  /** Forgets what was counted of ratings; the trigger notes all of them again, as tickets get them. */
  private async takeRatings(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from stats_rollups where series in ${RATED_SERIES}`);
    await runner.query(`update stats_changes set rated_at = null, score = null where rated_at is not null`);
    await runner.query(`
      update tickets t set rated_at = r.created_at, score = r.score
        from (select distinct on (ticket_id) ticket_id, created_at, score from ticket_ratings
               order by ticket_id, resolution desc) r
       where t.id = r.ticket_id`);
  }

  /** The counters of each assignee become one number for all buckets (`stats-spread.ts`). */
  private async createSpreads(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table stats_spreads (
        series smallint not null,
        level smallint not null,
        block integer not null,
        value integer not null,
        spread numeric not null,
        constraint stats_spreads_pk primary key (series, level, block, value)
      ) with (fillfactor = 90)`);
    await runner.query(`
      insert into stats_spreads (series, level, block, value, spread)
        select series, level, block, value, sum((n || repeat('00000000', bucket))::numeric) from stats_rollups
         where series in ${ASSIGNEE_SERIES} group by 1, 2, 3, 4`);
    await runner.query(`delete from stats_rollups where series in ${ASSIGNEE_SERIES}`);
  }

  private async createIndexes(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index tickets_created, tickets_done`);
    await runner.query(
      `create index tickets_created on tickets (created_at, id, status, priority, category) where ${LIVE}`,
    );
    await runner.query(`
      create index tickets_done on tickets (resolved_at, id, assigned_to_id, priority, category)
        where ${LIVE} and resolved_at is not null`);
    await runner.query(`
      create index tickets_answered on tickets (first_response_at, id, assigned_to_id)
        where ${LIVE} and first_response_at is not null`);
    await runner.query(`
      create index tickets_rated on tickets (rated_at, id, score, assigned_to_id)
        where ${LIVE} and rated_at is not null`);
    await runner.query(`
      create index tickets_active on tickets (created_at, id)
        where ${LIVE} and status in ('open', 'in_progress', 'pending_user')`);
    // what was active at a moment: as a range, because no order of one column finds it
    await runner.query(`
      create index tickets_worked
        on tickets using gist (tstzrange(created_at, greatest(created_at, resolved_at), '(]'))
        where ${LIVE} and resolved_at is not null`);
    await runner.query(`
      create index tickets_created_hour
        on tickets (((${HOUR('isodow')} * 24 + ${HOUR('hour')})::smallint), created_at, id) where ${LIVE}`);
  }

  private async dropIndexes(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index tickets_created_hour, tickets_worked, tickets_active, tickets_rated, tickets_answered, tickets_done,
      tickets_created`);
    await runner.query(`create index tickets_created on tickets (created_at, id) where ${LIVE}`);
    await runner.query(
      `create index tickets_done on tickets (resolved_at, id) where ${LIVE} and resolved_at is not null`,
    );
  }

  private async createTrigger(runner: QueryRunner): Promise<void> {
    const columns = [...RATED_FACTS, 'sign'].join(', ');
    await runner.query(`
      create function stats_note_change() returns trigger language plpgsql as $$
      begin
        if old.id is not null and old.deleted_at is null then
          insert into stats_changes (${columns}) values (${of('old')}, -1);
        end if;
        if new.id is not null and new.deleted_at is null then
          insert into stats_changes (${columns}) values (${of('new')}, 1);
        end if;
        return null;
      end $$`);
    await this.callTrigger(runner, RATED_FACTS);
  }

  /** As it was before: with the ratings that `stats_ratings` knew. */
  private async createOldTrigger(runner: QueryRunner): Promise<void> {
    const columns = [...RATED_FACTS, 'sign'].join(', ');
    await runner.query(`
      create function stats_note_change() returns trigger language plpgsql as $$
      declare rating record;
      begin
        select r.rated_at, r.score into rating from stats_ratings r where r.ticket_id = coalesce(old.id, new.id);
        if old.id is not null and old.deleted_at is null then
          insert into stats_changes (${columns}) values (${of('old', FACTS)}, rating.rated_at, rating.score, -1);
        end if;
        if new.id is not null and new.deleted_at is null then
          insert into stats_changes (${columns}) values (${of('new', FACTS)}, rating.rated_at, rating.score, 1);
        end if;
        if new.id is null then
          delete from stats_ratings where ticket_id = old.id;
        end if;
        return null;
      end $$`);
    await this.callTrigger(runner, FACTS);
  }

  private async callTrigger(runner: QueryRunner, facts: string[]): Promise<void> {
    const watched = (row: string) => `(${of(row, facts)}, ${row}.deleted_at)`;
    await runner.query(`
      create trigger stats_note_row after insert or delete on tickets
        for each row execute function stats_note_change()`);
    await runner.query(`
      create trigger stats_note_update after update on tickets
        for each row when (${watched('old')} is distinct from ${watched('new')})
        execute function stats_note_change()`);
  }

  private async dropTrigger(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger stats_note_row on tickets`);
    await runner.query(`drop trigger stats_note_update on tickets`);
    await runner.query(`drop function stats_note_change()`);
  }
}
