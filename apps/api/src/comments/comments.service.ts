import { Injectable } from '@nestjs/common';
import type { CommentView } from '@ticketing/contracts';
import type { Actor, Who } from '../platform/access/actor.js';
import { commitHooks } from '../platform/database/commit-hooks.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import {
  requireMay,
  ticketChanged,
  ticketPolicy,
  TicketSearch,
  TicketsRepository,
} from '../tickets/index.js';
import { UserDirectory } from '../users/index.js';
import { commentAdded } from './comment.events.js';
import { presentComment } from './comment.presenter.js';
import { type CommentRow, CommentsRepository, type SourceRow } from './comments.repository.js';
import type { AddCommentDto } from './dto/add-comment.dto.js';

/** What somebody says, and where it came from when it was not written here. */
export type NewCommentContent = AddCommentDto & { source?: SourceRow };

@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsRepository,
    private readonly comments: CommentsRepository,
    private readonly search: TicketSearch,
    private readonly directory: UserDirectory,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /**
   * Says something about a ticket, with everything that follows: counts, first response, reopening.
   * @throws ProblemError 404, 403 for an internal note of the requester, 409 on a closed ticket
   */
  async add(actor: Actor, ticketId: number, body: AddCommentDto): Promise<CommentView> {
    const comment = await this.database.transaction((tx) => this.addIn(tx, actor, ticketId, body));
    const people = await this.directory.refs([comment.authorId]);
    return presentComment(actor, { ...comment, source: null }, people);
  }

  /** The same inside a transaction, for those who write more than the comment: mails that arrive. */
  async addIn(tx: Tx, actor: Who, ticketId: number, body: NewCommentContent): Promise<CommentRow> {
    const { content, is_internal: isInternal = false, source = null } = body;
    const ticket = await this.tickets.lockVisible(tx, actor, ticketId);
    requireMay(isInternal ? ticketPolicy.comment_internally : ticketPolicy.comment, actor, ticket);
    const [before, loadedVersion, createdAt] = [ticket.facts(), ticket.version, new Date()];
    const facts = { ticketId, authorId: actor.id, isInternal, content, createdAt };
    const added = await this.comments.insert(tx, facts);
    if (source) await this.comments.insertSource(tx, added.id, source);
    ticket.recordComment(actor.id, isInternal, createdAt);
    const changes = ticket.concludeChange(before, createdAt);
    await this.tickets.save(tx, ticket, loadedVersion);
    await this.search.addComment(tx, added);
    for (const event of [commentAdded(added), ...ticketChanged(actor, ticket, changes)]) {
      await this.events.append(tx, event);
    }
    commitHooks.after(tx, () =>
      this.log.info('comment added', { ticketId, commentId: added.id, isInternal }),
    );
    return added;
  }
}
