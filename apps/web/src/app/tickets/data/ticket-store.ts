import { Service, inject } from '@angular/core';
import type {
  AddCommentRequest,
  CommentView,
  CreateTicketRequest,
  RateTicketRequest,
  TicketView,
} from '@ticketing/contracts';
import { sentenceFor, statusOf } from '../../core/http/problem';
import { type ToastAction, Toaster } from '../../ui/toaster';
import { OpenTicketStore } from './open-ticket-store';
import { PendingEdits } from './pending-edits';
import { RetryKeys } from '../../core/http/retry-keys';
import { TicketApi } from './ticket-api';
import { TicketCountsStore } from './ticket-counts-store';
import type { TicketEdit } from './ticket-edit';
import { TicketListStore } from './ticket-list-store';
import { WriteQueue } from './write-queue';

/** Everything that is done to tickets: shown at once, saved behind, put back when refused. */
@Service()
export class TicketStore {
  private readonly api = inject(TicketApi);
  private readonly queue = inject(WriteQueue);
  private readonly pending = inject(PendingEdits);
  private readonly toaster = inject(Toaster);
  private readonly creationKeys = new RetryKeys();
  private readonly commentKeys = new RetryKeys();
  private readonly ratingKeys = new RetryKeys();

  readonly list = inject(TicketListStore);
  readonly open = inject(OpenTicketStore);
  readonly counts = inject(TicketCountsStore);

  /** Creates a ticket. Errors are the caller's: they belong at the fields of its form. */
  async create(ticket: CreateTicketRequest): Promise<TicketView> {
    const created = await this.api.create(ticket, this.creationKeys.for(ticket));
    this.creationKeys.done(ticket);
    this.list.reload();
    this.counts.reload();
    return created;
  }

  /** Makes a change: it shows now, is saved in turn, and offers its undo. Resolves to whether it was saved. */
  edit(id: number, edit: TicketEdit): Promise<boolean> {
    this.pending.add(id, edit.look);
    return this.queue.run(id, async () => {
      try {
        this.accept(await edit.send(this.api, id, await this.versionOf(id)));
        this.sayDone(id, edit);
        return true;
      } catch (error) {
        this.sayPutBack(id, error);
        return false;
      } finally {
        this.pending.drop(id, edit.look);
      }
    });
  }

  /** Adds a comment. Errors are the caller's: the text must stay where it was typed. */
  comment(id: number, comment: AddCommentRequest): Promise<void> {
    return this.queue.run(id, async () => {
      const content = { id, ...comment };
      await this.api.addComment(id, comment, this.commentKeys.for(content));
      this.commentKeys.done(content);
      await this.refresh(id);
    });
  }

  /** Changes the text of a comment. Errors are the caller's, as with new ones. */
  editComment({ id, ticket }: CommentView, version: number, content: string): Promise<void> {
    return this.queue.run(ticket, async () => {
      try {
        await this.api.editComment(id, version, { content });
      } finally {
        // Refused or not: what it says now is what counts.
        await this.refreshComments(ticket);
      }
    });
  }

  /** Takes a comment away, and offers the way back. */
  deleteComment(comment: CommentView): Promise<void> {
    const undo = { label: 'Undo', run: () => void this.restoreComment(comment) };
    return this.changeComment(comment, () => this.api.deleteComment(comment.id), 'Comment deleted.', undo);
  }

  private restoreComment(comment: CommentView): Promise<void> {
    return this.changeComment(comment, () => this.api.restoreComment(comment.id), 'Comment restored.');
  }

  private changeComment(
    { ticket }: CommentView,
    change: () => Promise<unknown>,
    said: string,
    undo: ToastAction | null = null,
  ): Promise<void> {
    return this.queue.run(ticket, async () => {
      try {
        await change();
        this.toaster.done(said, undo);
      } catch (error) {
        this.toaster.failed(sentenceFor(error));
      }
      await this.refreshComments(ticket);
    });
  }

  private async refreshComments(ticketId: number): Promise<void> {
    await this.refresh(ticketId);
    await this.open.rereadEarlier();
  }

  /** Rates how a ticket was resolved. Errors are the caller's, as with comments. */
  rate(id: number, rating: RateTicketRequest): Promise<void> {
    return this.queue.run(id, async () => {
      const content = { id, ...rating };
      const given = await this.api.rate(id, rating, this.ratingKeys.for(content));
      this.ratingKeys.done(content);
      this.open.showRating(id, given);
      await this.refresh(id);
    });
  }

  /** Reads the open ticket again, in turn with what is being written to it. */
  refreshOpen(): Promise<void> {
    const id = this.open.id();
    if (id === null || !this.open.ticket()) return Promise.resolve();
    return this.queue.run(id, async () => {
      this.open.reloadTimeline();
      try {
        const ticket = await this.api.read(id);
        this.list.accept(ticket);
        this.open.accept(ticket);
      } catch (error) {
        // Gone: the page says so. Anything else is no reason to take away what is shown.
        if (statusOf(error) === 404 && this.open.id() === id) this.open.reload();
      }
    });
  }

  /** Closes or reopens a ticket as its requester. */
  async settle(id: number, verb: 'close' | 'reopen'): Promise<void> {
    await this.queue.run(id, async () => {
      try {
        this.accept(await this.api[verb](id));
        this.toaster.done(verb === 'close' ? 'Closed.' : 'Reopened.');
      } catch (error) {
        this.toaster.failed(sentenceFor(error));
      }
    });
  }

  /** Asks the server what the ticket looks like now. */
  private async refresh(id: number): Promise<void> {
    try {
      this.accept(await this.api.read(id));
    } catch {
      // What was done is done; the next look at the ticket will tell.
    }
  }

  private accept(ticket: TicketView): void {
    this.list.accept(ticket);
    this.open.accept(ticket);
    this.open.reloadTimeline();
    this.counts.reload();
  }

  private async versionOf(id: number): Promise<number> {
    const version = this.open.id() === id ? this.open.version() : null;
    return version ?? (await this.api.read(id)).version;
  }

  private sayDone(id: number, { said, undo }: TicketEdit): void {
    this.toaster.done(said, undo && { label: 'Undo', run: () => void this.edit(id, undo) });
  }

  private sayPutBack(id: number, error: unknown): void {
    if (statusOf(error) !== 412) {
      this.toaster.failed(`Could not save. Your change was put back. ${sentenceFor(error)}`);
      return;
    }
    this.toaster.failed('Somebody else changed this ticket. Your change was put back.');
    void this.refresh(id);
  }
}
