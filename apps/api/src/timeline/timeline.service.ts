import { Injectable } from '@nestjs/common';
import { type CommentView, LIMITS, type Page, type TimelineEntry } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { type CommentAddedData, CommentReader, type ListCommentsQuery, sightOf } from '../comments/index.js';
import type { TicketRow } from '../tickets/index.js';
import { UserDirectory, type UserRefs } from '../users/index.js';
import { peopleOfTimeline, presentEntry } from './timeline.presenter.js';
import { TimelineRepository, type TimelineRow } from './timeline.repository.js';

@Injectable()
export class TimelineService {
  constructor(
    private readonly repository: TimelineRepository,
    private readonly comments: CommentReader,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  /** Everything that happened to the ticket and that the actor may see, newest first. */
  async list(actor: Actor, ticket: TicketRow, query: ListCommentsQuery): Promise<Page<TimelineEntry>> {
    const { limit = LIMITS.page.standard, cursor } = query;
    const sight = sightOf(actor, ticket);
    const list = { list: 'timeline', actor: actor.id, sight, ticket: ticket.id };
    const [beforeId] = this.cursors.read(list, cursor) ?? [LIMITS.id.max];
    const found = await this.repository.list(sight, ticket.id, Number(beforeId), limit + 1);
    const { rows, next } = cutPage(found, limit, ({ id }) => [id]);
    const [people, comments] = await Promise.all([
      this.directory.refs(peopleOfTimeline(rows)),
      this.comments.find(actor, ticket, rows.flatMap(commentIds)),
    ]);
    return {
      results: rows.map((row) => this.entry(row, people, comments)),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  private entry(row: TimelineRow, people: UserRefs, comments: Map<number, CommentView>): TimelineEntry {
    const [commentId] = commentIds(row);
    return presentEntry(row, people, commentId === undefined ? null : (comments.get(commentId) ?? null));
  }
}

function commentIds({ type, data }: TimelineRow): number[] {
  return type === 'comment.added' ? [(data as CommentAddedData).comment_id] : [];
}
