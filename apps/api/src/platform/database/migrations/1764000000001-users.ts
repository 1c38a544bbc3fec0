import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Users1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table users (
        id integer generated always as identity constraint users_pk primary key,
        role text not null constraint users_role check (role in ('user', 'admin')),
        is_active boolean not null default true,
        email text not null,
        email_canonical text not null,
        first_name text not null,
        last_name text not null,
        password_hash text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`);
    await runner.query(`create unique index users_email_canonical on users (email_canonical)`);
    await runner.query(`create index users_admins on users (id) where role = 'admin'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table users`);
  }
}
