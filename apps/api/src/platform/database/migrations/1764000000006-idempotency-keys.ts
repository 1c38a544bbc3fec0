import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdempotencyKeys1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_keys (
        actor_id integer not null,
        key text not null,
        request_hash bytea not null,
        claimed_at timestamptz not null default now(),
        committed_at timestamptz,
        status integer,
        headers jsonb,
        body jsonb,
        constraint idempotency_keys_pk primary key (actor_id, key)
      )`);
    await runner.query(`create index idempotency_keys_claimed on idempotency_keys (claimed_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency_keys`);
  }
}
