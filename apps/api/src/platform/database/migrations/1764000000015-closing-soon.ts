import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = [
  'ticket_created',
  'ticket_received',
  'status_changed',
  'feedback_given',
  'comment_added',
  'note_added',
  'assigned',
];

/** People are told that a resolved ticket of theirs is about to be closed. */
export class ClosingSoon1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.allow(runner, [...KINDS, 'closing_soon']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notifications where kind = 'closing_soon'`);
    await this.allow(runner, KINDS);
  }

  private async allow(runner: QueryRunner, kinds: string[]): Promise<void> {
    const list = kinds.map((kind) => `'${kind}'`).join(', ');
    await runner.query(`alter table notifications drop constraint notifications_kind,
      add constraint notifications_kind check (kind in (${list}))`);
  }
}
