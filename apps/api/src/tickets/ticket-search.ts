import { Injectable } from '@nestjs/common';
import type { Who } from '../platform/access/actor.js';
import { rowsIn, type Tx } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import type { Bindings } from './visible-to.js';

const INDEX_TICKET = named(
  'search.index-ticket',
  `insert into ticket_search (ticket_id, is_internal, document)
   values ($1, false, setweight(to_tsvector('simple', $2), 'A') || setweight(to_tsvector('simple', $3), 'B'))`,
);

const REINDEX_TICKET = named(
  'search.reindex-ticket',
  `update ticket_search
      set document = setweight(to_tsvector('simple', $2), 'A') || setweight(to_tsvector('simple', $3), 'B')
    where ticket_id = $1 and comment_id is null`,
);

const INDEX_COMMENT = named(
  'search.index-comment',
  `insert into ticket_search (ticket_id, comment_id, is_internal, document)
   values ($1, $2, $3, to_tsvector('simple', $4))`,
);

const REINDEX_COMMENT = named(
  'search.reindex-comment',
  `update ticket_search set document = to_tsvector('simple', $2) where comment_id = $1`,
);

const FORGET_COMMENT = named('search.forget-comment', `delete from ticket_search where comment_id = $1`);

/** Keeps the full-text index, in the transaction of the write that it follows. */
@Injectable()
export class TicketSearch {
  async addTicket(tx: Tx, ticket: { id: number; title: string; description: string }): Promise<void> {
    await rowsIn(tx, INDEX_TICKET, [ticket.id, ticket.title, ticket.description]);
  }

  async changeTicket(tx: Tx, ticket: { id: number; title: string; description: string }): Promise<void> {
    await rowsIn(tx, REINDEX_TICKET, [ticket.id, ticket.title, ticket.description]);
  }

  async addComment(
    tx: Tx,
    comment: { id: number; ticketId: number; isInternal: boolean; content: string },
  ): Promise<void> {
    await rowsIn(tx, INDEX_COMMENT, [comment.ticketId, comment.id, comment.isInternal, comment.content]);
  }

  async changeComment(tx: Tx, comment: { id: number; content: string }): Promise<void> {
    await rowsIn(tx, REINDEX_COMMENT, [comment.id, comment.content]);
  }

  /** A deleted comment is not there: no search can forget to leave it out. */
  async removeComment(tx: Tx, commentId: number): Promise<void> {
    await rowsIn(tx, FORGET_COMMENT, [commentId]);
  }
}

/** The `q` filter: tickets with all the words in one text that the actor may see. */
export function searchCondition(actor: Who, words: string, bindings: Bindings): string {
  const visible = actor.role === 'admin' ? '' : 'and not s.is_internal';
  return `t.id in (select s.ticket_id from ticket_search s
    where s.document @@ to_tsquery('simple', ${bindings.bind(searchExpression(words))}) ${visible})`;
}

/**
 * Words as a tsquery: all of them, each as the beginning of a word ("print" finds "printer"). Quoted, so that
 * PostgreSQL's own parser splits what it would split in a document, and no operator gets through.
 */
export function searchExpression(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => word.replace(/['\\]/g, ' ').trim())
    .filter((word) => word !== '')
    .map((word) => `'${word}':*`)
    .join(' & ');
}
