import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sessions1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sessions (
        id uuid constraint sessions_pk primary key,
        user_id integer not null constraint sessions_user_fk references users on delete cascade,
        created_at timestamptz not null default now(),
        last_used_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        user_agent text,
        ip inet
      )`);
    await runner.query(`create index sessions_user on sessions (user_id)`);
    await runner.query(`
      create table refresh_tokens (
        token_hash bytea constraint refresh_tokens_pk primary key,
        session_id uuid not null constraint refresh_tokens_session_fk references sessions on delete cascade,
        parent_hash bytea,
        expires_at timestamptz not null,
        used_at timestamptz
      )`);
    await runner.query(`create index refresh_tokens_session on refresh_tokens (session_id)`);
    await runner.query(`create index refresh_tokens_parent on refresh_tokens (parent_hash)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table refresh_tokens`);
    await runner.query(`drop table sessions`);
  }
}
