import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications (
        id integer generated always as identity constraint notifications_pk primary key,
        user_id integer not null constraint notifications_user_fk references users on delete cascade,
        event_id bigint not null constraint notifications_event_fk references events on delete cascade,
        ticket_id integer not null constraint notifications_ticket_fk references tickets on delete cascade,
        kind text not null constraint notifications_kind check (kind in ('ticket_created', 'ticket_received',
          'status_changed', 'feedback_given', 'comment_added', 'note_added', 'assigned')),
        created_at timestamptz not null default now(),
        read_at timestamptz
      )`);
    await runner.query(`create unique index notifications_once on notifications (event_id, user_id)`);
    await runner.query(`create index notifications_user on notifications (user_id, id)`);
    await runner.query(
      `create index notifications_unread on notifications (user_id, id) where read_at is null`,
    );
    await runner.query(
      `create index notifications_read on notifications (read_at) where read_at is not null`,
    );
    await runner.query(`create index notifications_ticket on notifications (ticket_id)`);
    await runner.query(`
      create table notification_preferences (
        user_id integer not null constraint notification_preferences_user_fk references users on delete cascade,
        kind text not null,
        channel text not null,
        enabled boolean not null,
        constraint notification_preferences_pk primary key (user_id, kind, channel)
      )`);
    await runner.query(`
      create table ticket_mutes (
        ticket_id integer not null constraint ticket_mutes_ticket_fk references tickets on delete cascade,
        user_id integer not null constraint ticket_mutes_user_fk references users on delete cascade,
        constraint ticket_mutes_pk primary key (ticket_id, user_id)
      )`);
    await runner.query(`create index deliveries_done on deliveries (done_at) where done_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index deliveries_done`);
    await runner.query(`drop table ticket_mutes`);
    await runner.query(`drop table notification_preferences`);
    await runner.query(`drop table notifications`);
  }
}
