import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table users
        add email_verified_at timestamptz,
        add totp_seed bytea,
        add totp_confirmed_at timestamptz,
        add totp_last_step integer`);
    await runner.query(`
      create table mail_tokens (
        id uuid constraint mail_tokens_pk primary key,
        user_id integer not null constraint mail_tokens_user_fk references users on delete cascade,
        purpose text not null constraint mail_tokens_purpose check (purpose in ('reset_password', 'verify_email')),
        created_at timestamptz not null default now(),
        used_at timestamptz
      )`);
    await runner.query(`create index mail_tokens_user on mail_tokens (user_id, purpose, created_at)`);
    await runner.query(`
      create table recovery_codes (
        user_id integer not null constraint recovery_codes_user_fk references users on delete cascade,
        code_hash bytea not null,
        used_at timestamptz,
        constraint recovery_codes_pk primary key (user_id, code_hash)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table recovery_codes`);
    await runner.query(`drop table mail_tokens`);
    await runner.query(`
      alter table users
        drop email_verified_at, drop totp_seed, drop totp_confirmed_at, drop totp_last_step`);
  }
}
