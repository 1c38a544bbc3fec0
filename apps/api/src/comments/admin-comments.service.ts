import { Injectable } from '@nestjs/common';
import { type AdminComment, LIMITS, type Page } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { type CsvTable, csvTable } from '../platform/csv/csv-table.js';
import { keysetPages } from '../platform/csv/keyset-pages.js';
import { commitHooks } from '../platform/database/commit-hooks.js';
import { Database, type Tx } from '../platform/database/database.js';
import { type DomainEvent, EventLog } from '../platform/events/event-log.js';
import { requireVersion, type VersionCheck } from '../platform/http/if-match.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { Log } from '../platform/logging/log.js';
import { TicketSearch, TicketsRepository } from '../tickets/index.js';
import { UserDirectory } from '../users/index.js';
import type { CommentPosition } from './admin-comment-list.statement.js';
import { COMMENT_COLUMNS } from './admin-comment-columns.js';
import { type AdminCommentRow, AdminCommentsRepository } from './admin-comments.repository.js';
import type { CommentEntity } from './comment.entity.js';
import { commentDeleted, commentEdited, commentRestored } from './comment.events.js';
import { type CommentAbility, requireMayWithComment } from './comment.policy.js';
import { presentAdminComment } from './comment.presenter.js';
import { ticketOfCommentDeleted } from './comment.problems.js';
import { CommentsRepository } from './comments.repository.js';
import type { FilterAdminCommentsQuery, ListAdminCommentsQuery } from './dto/list-admin-comments.query.js';

/** What a change does to the comment and to the search. @returns what is told of it; undefined: nothing changed */
type Change = (
  comment: CommentEntity,
  now: Date,
  tx: Tx,
) => Promise<{ event: DomainEvent; countedMore: -1 | 0 | 1 } | undefined>;

const positionOf = ({ createdAt, id }: AdminCommentRow): CommentPosition => [createdAt.toISOString(), id];

/** Comments as data: found, edited, deleted and restored by admins. */
@Injectable()
export class AdminCommentsService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsRepository,
    private readonly comments: CommentsRepository,
    private readonly lists: AdminCommentsRepository,
    private readonly search: TicketSearch,
    private readonly directory: UserDirectory,
    private readonly events: EventLog,
    private readonly cursors: Cursors,
    private readonly log: Log,
  ) {}

  /** Newest first. */
  async list(actor: Actor, query: ListAdminCommentsQuery): Promise<Page<AdminComment>> {
    const { limit = LIMITS.page.standard, cursor, ...filter } = query;
    const list = { list: 'admin-comments', actor: actor.id, filter };
    const after = this.cursors.read(list, cursor) as CommentPosition | undefined;
    const found = await this.lists.list({ filter, rows: limit + 1, after });
    const { rows, next } = cutPage(found, limit, positionOf);
    return {
      results: await this.present(actor, rows),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  /** A deleted one, too. @throws ProblemError 404 */
  async read(actor: Actor, id: number): Promise<AdminComment> {
    const [comment] = await this.present(actor, [await this.lists.get(id)]);
    return comment!;
  }

  /** The same list as a file, without an end of its pages. */
  export(actor: Actor, filter: FilterAdminCommentsQuery): CsvTable {
    const pages = keysetPages(
      (after: CommentPosition | undefined, rows) => this.lists.list({ filter, rows, after }),
      positionOf,
    );
    return csvTable('comments', COMMENT_COLUMNS, this.presented(actor, pages));
  }

  /** The same text again changes nothing. @throws ProblemError 404; 409 when its ticket is deleted; 412 */
  edit(actor: Actor, id: number, content: string, version: VersionCheck): Promise<AdminComment> {
    return this.change(actor, id, 'edit', async (comment, now, tx) => {
      requireVersion(version, comment.version);
      const before = comment.edit(content, now);
      if (before === undefined) return undefined;
      await this.search.changeComment(tx, comment);
      return { event: commentEdited(actor, comment, before), countedMore: 0 };
    });
  }

  /** Takes it away from everybody; `restore` brings it back. @throws ProblemError 404; 409 */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.change(actor, id, 'delete', async (comment, now, tx) => {
      comment.delete(now);
      await this.search.removeComment(tx, id);
      return { event: commentDeleted(actor, comment), countedMore: -1 };
    });
  }

  /** Where it was. It is no news: nobody is told of it again. @throws ProblemError 404; 409 */
  restore(actor: Actor, id: number): Promise<AdminComment> {
    return this.change(actor, id, 'restore', async (comment, _, tx) => {
      comment.restore();
      await this.search.addComment(tx, comment);
      return { event: commentRestored(actor, comment), countedMore: 1 };
    });
  }

  private async *presented(
    actor: Actor,
    pages: AsyncGenerator<AdminCommentRow[]>,
  ): AsyncGenerator<AdminComment[]> {
    for await (const rows of pages) yield await this.present(actor, rows);
  }

  private async present(actor: Actor, rows: AdminCommentRow[]): Promise<AdminComment[]> {
    const people = await this.directory.refs(rows.map(({ authorId }) => authorId));
    return rows.map((row) => presentAdminComment(actor, row, people));
  }

  private async change(
    actor: Actor,
    id: number,
    ability: CommentAbility,
    change: Change,
  ): Promise<AdminComment> {
    await this.database.transaction((tx) => this.changeIn(tx, actor, id, ability, change));
    return this.read(actor, id);
  }

  /** The ticket is locked first, as by everybody who comments. */
  private async changeIn(
    tx: Tx,
    actor: Actor,
    id: number,
    ability: CommentAbility,
    change: Change,
  ): Promise<void> {
    const ticketId = await this.comments.ticketOf(tx, id);
    const ticket = await this.tickets.lockIfVisible(tx, actor, ticketId);
    if (!ticket) throw ticketOfCommentDeleted();
    const [comment, now] = [await this.comments.lock(tx, id), new Date()];
    requireMayWithComment(ability, actor, comment);
    const changed = await change(comment, now, tx);
    if (!changed) return;
    await this.comments.save(tx, comment);
    ticket.recordCommentChange(comment.isInternal, changed.countedMore, now);
    await this.tickets.save(tx, ticket, ticket.version);
    await this.events.append(tx, changed.event);
    const { type } = changed.event;
    commitHooks.after(tx, () => this.log.info('comment changed', { type, ticketId, commentId: id }));
  }
}
