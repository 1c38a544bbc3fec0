import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Comments are edited, deleted and restored. Deleted ones leave the indexes of all lists, so that no list walks past
 * them; they have their own, which cost nothing while nothing is deleted.
 */
export class CommentModeration1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table ticket_comments add column deleted_at timestamptz(3),
      add column version integer not null default 1`);
    await runner.query(`drop index ticket_comments_ticket, ticket_comments_public`);
    for (const index of Object.entries(INDEXES)) await runner.query(`create index ${index.join(' on ')}`);
    await runner.query(`create unique index ticket_search_comment on ticket_search (comment_id)
      where comment_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index ticket_search_comment, ${Object.keys(INDEXES).join(', ')}`);
    await runner.query(`create index ticket_comments_ticket on ticket_comments (ticket_id, id)`);
    await runner.query(`
      create index ticket_comments_public on ticket_comments (ticket_id, id) where not is_internal`);
    await runner.query(`alter table ticket_comments drop column version, drop column deleted_at`);
  }
}

const LIVE = 'where deleted_at is null';
const DELETED = 'where deleted_at is not null';

const INDEXES = {
  ticket_comments_ticket: `ticket_comments (ticket_id, id) ${LIVE}`,
  ticket_comments_public: `ticket_comments (ticket_id, id) ${LIVE} and not is_internal`,
  ticket_comments_newest: `ticket_comments (is_internal, created_at, id) ${LIVE}`,
  ticket_comments_author: `ticket_comments (author_id, is_internal, created_at, id) ${LIVE}`,
  ticket_comments_deleted: `ticket_comments (is_internal, created_at, id) ${DELETED}`,
  ticket_comments_deleted_author: `ticket_comments (author_id, is_internal, created_at, id) ${DELETED}`,
  ticket_comments_deleted_ticket: `ticket_comments (ticket_id, id) ${DELETED}`,
  ticket_comments_deleted_text: `ticket_comments using gin (to_tsvector('simple', content)) ${DELETED}`,
};
