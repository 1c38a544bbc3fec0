import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of the audit log that events had no object for before, and where their data says which one. */
const OBJECTS = [
  ['quarantine', `data ->> 'mail_id'`, `type in ('mail.accepted', 'mail.discarded')`],
  ['jobs', `coalesce(data ->> 'job_id', '0')`, `type = 'job.retried'`],
  ['tickets', `data ->> 'ticket_id'`, `type = 'jira_issue.requested'`],
  ['users', `(select min(id)::text from users)`, `type = 'user.first_admin_made'`],
] as const;

/** Mails with links, for whoever sends them: nothing that somebody did to an account. */
const NO_ENTRIES = `('user.password_reset_requested', 'user.verification_requested')`;

/** All but `position` and `dispatched_at`, which are the relay's. */
const HISTORY = [
  'id',
  'type',
  'ticket_id',
  'actor_id',
  'is_internal',
  'data',
  'created_at',
  'object_model',
  'object_id',
];
const rowOf = (which: string) => `(${HISTORY.map((column) => `${which}.${column}`).join(', ')})`;

const NAME = `lower(trim(first_name || ' ' || last_name))`;
const WORDS = `lower(' ' || first_name || ' ' || last_name || ' ' || email)`;
const TRAITS = `(case when role = 'admin' then 8 else 0 end + case when is_active then 4 else 0 end
  + case when email_verified_at is null then 0 else 2 end + case when totp_confirmed_at is null then 0 else 1 end)`;

/** The audit log: read by time, and kept as it was written. People: versions, and lists of a million of them. */
export class AuditLog1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.completeObjects(runner);
    await this.orderByTime(runner);
    await this.forbidChanges(runner);
    await this.listPeople(runner);
  }

  /** The extension stays: others may use it by then. */
  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['users_traits', 'users_by_created', 'users_by_name', 'users_words']) {
      await runner.query(`drop index ${name}`);
    }
    await runner.query(`alter table users drop column version, drop column invited_at`);
    await runner.query(`drop trigger events_stay on events`);
    await runner.query(`drop trigger events_stay_as_they_are on events`);
    await runner.query(`drop function keep_events`);
    for (const name of ['object', 'kind', 'actor']) await runner.query(`drop index events_by_${name}`);
    await runner.query(
      `create index events_by_object on events (object_model, object_id, id) where object_model is not null`,
    );
    await runner.query(`create index events_by_type on events (type, id) where object_model is not null`);
    await runner.query(
      `create index events_by_actor on events (actor_id, id) where object_model is not null`,
    );
  }

  private async completeObjects(runner: QueryRunner): Promise<void> {
    for (const [model, id, condition] of OBJECTS) {
      await runner.query(`update events set object_model = '${model}', object_id = (${id})::int
        where object_model is null and ${condition} and ${id} is not null`);
    }
    await runner.query(
      `update events set object_model = null, object_id = null where object_model is not null and type in ${NO_ENTRIES}`,
    );
  }

  /** Moments and not ids are the order of the audit log: ids are taken before the commit, and in any order. */
  private async orderByTime(runner: QueryRunner): Promise<void> {
    for (const name of ['object', 'type', 'actor']) await runner.query(`drop index events_by_${name}`);
    const indexes = {
      object: 'object_model, object_id, created_at, id',
      kind: 'object_model, type, created_at, id',
      actor: 'actor_id, object_model, type, created_at, id',
    };
    for (const [name, columns] of Object.entries(indexes)) {
      await runner.query(
        `create index events_by_${name} on events (${columns}) where object_model is not null`,
      );
    }
  }

  /** What the relay writes may change. Moments may be set back where it is said: sample data is made in the past. */
  private async forbidChanges(runner: QueryRunner): Promise<void> {
    await runner.query(`create function keep_events() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and current_setting('ticketing.ages_events', true) = 'on' then
          return new;
        end if;
        raise exception 'events are history: they are neither changed nor deleted';
      end $$`);
    await runner.query(`create trigger events_stay_as_they_are before update on events for each row
      when (${rowOf('old')} is distinct from ${rowOf('new')}) execute function keep_events()`);
    await runner.query(
      `create trigger events_stay before delete on events for each row execute function keep_events()`,
    );
  }

  private async listPeople(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table users add column version integer not null default 1,
      add column invited_at timestamptz`);
    await runner.query(`update users u set invited_at = e.created_at from events e
      where e.type = 'user.invited' and (e.data ->> 'user_id')::int = u.id and not exists
        (select 1 from events p where p.type = 'user.password_changed' and p.actor_id = u.id)`);
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`create index users_words on users using gin ((${WORDS}) gin_trgm_ops)`);
    await runner.query(`create index users_by_name on users ((${NAME}), id)`);
    await runner.query(`create index users_by_created on users (created_at, id)`);
    await runner.query(`create index users_traits on users ((${TRAITS}))`);
  }
}
