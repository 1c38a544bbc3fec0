import { Injectable } from '@nestjs/common';
import { type CommentView, LIMITS, type Page } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import { Cursors, cutPage, page } from '../platform/http/paging.js';
import { type JudgedTicket, may, type TicketConversation, ticketPolicy } from '../tickets/index.js';
import { UserDirectory } from '../users/index.js';
import { presentComment } from './comment.presenter.js';
import { CommentsRepository, type Sight } from './comments.repository.js';
import type { ListCommentsQuery } from './dto/list-comments.query.js';

/** What the reader needs to know of a ticket. */
export type CommentedTicket = JudgedTicket & {
  id: number;
  publicCommentCount: number;
  internalCommentCount: number;
};

/** Which comments the actor may see: the policy, as the repository's statements know it. */
export function sightOf(actor: Who, ticket: JudgedTicket): Sight {
  return may(ticketPolicy.comment_internally, actor, ticket) ? 'all' : 'public';
}

/** Everything that reads comments. */
@Injectable()
export class CommentReader implements TicketConversation {
  constructor(
    private readonly repository: CommentsRepository,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  firstPage(actor: Who, ticket: CommentedTicket): Promise<Page<CommentView>> {
    return this.list(actor, ticket, {});
  }

  /** Oldest first. */
  async list(actor: Who, ticket: CommentedTicket, query: ListCommentsQuery): Promise<Page<CommentView>> {
    const { limit = LIMITS.page.standard, cursor } = query;
    const sight = sightOf(actor, ticket);
    const list = { list: 'comments', actor: actor.id, sight, ticket: ticket.id };
    const [afterId] = this.cursors.read(list, cursor) ?? [0];
    const found = await this.repository.list(sight, ticket.id, Number(afterId), limit + 1);
    const { rows, next } = cutPage(found, limit, ({ id }) => [id]);
    const people = await this.directory.refs(rows.map(({ authorId }) => authorId));
    const total = ticket.publicCommentCount + (sight === 'all' ? ticket.internalCommentCount : 0);
    const results = rows.map((row) => presentComment(actor, row, people));
    return page(results, next && this.cursors.write(list, next), total);
  }

  /** These comments of the ticket, by id; those that the actor may not see are left out. */
  async find(actor: Who, ticket: CommentedTicket, ids: number[]): Promise<Map<number, CommentView>> {
    if (ids.length === 0) return new Map();
    const rows = await this.repository.findAll(sightOf(actor, ticket), ticket.id, ids);
    const people = await this.directory.refs(rows.map(({ authorId }) => authorId));
    return new Map(rows.map((row) => [row.id, presentComment(actor, row, people)]));
  }
}
