import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InboundMail1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comment_sources (
        comment_id integer constraint comment_sources_pk primary key
          constraint comment_sources_comment_fk references ticket_comments on delete cascade,
        kind text not null constraint comment_sources_kind check (kind in ('email')),
        quoted text
      )`);
    await runner.query(`
      create table inbound_mails (
        id integer generated always as identity constraint inbound_mails_pk primary key,
        received_at timestamptz(3) not null default now(),
        source text not null constraint inbound_mails_source check (source in ('http', 'imap')),
        sha256 text not null,
        size integer not null,
        raw bytea,
        state text not null default 'received' constraint inbound_mails_state
          check (state in ('received', 'filed', 'noted', 'quarantined', 'accepted', 'discarded')),
        verdict text,
        reason text,
        message_key text,
        sender text,
        sender_name text not null default '',
        sender_user_id integer constraint inbound_mails_sender_fk references users,
        subject text not null default '',
        text text not null default '',
        details jsonb not null default '{}',
        fails_authentication boolean not null default false,
        answers_ticket_id integer,
        answers_user_id integer,
        ticket_id integer constraint inbound_mails_ticket_fk references tickets on delete set null,
        comment_id integer constraint inbound_mails_comment_fk references ticket_comments on delete set null,
        decided_by_id integer constraint inbound_mails_decider_fk references users,
        decided_at timestamptz(3)
      )`);
    await this.makeIndexes(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table inbound_mails, comment_sources`);
  }

  private async makeIndexes(runner: QueryRunner): Promise<void> {
    await runner.query(`create unique index inbound_mails_bytes on inbound_mails (sha256)`);
    await runner.query(`create unique index inbound_mails_message on inbound_mails (message_key)`);
    await runner.query(`create index inbound_mails_listed on inbound_mails (state, id)`);
    await runner.query(`create index inbound_mails_sent on inbound_mails (sender, received_at)`);
    await runner.query(`
      create index inbound_mails_answers on inbound_mails (answers_ticket_id, received_at)
        where answers_ticket_id is not null`);
    await runner.query(`create index inbound_mails_ticket on inbound_mails (ticket_id)`);
    await runner.query(`create index inbound_mails_comment on inbound_mails (comment_id)`);
    await runner.query(
      `create index inbound_mails_kept on inbound_mails (received_at) where raw is not null`,
    );
  }
}
