import {
  Component,
  ElementRef,
  afterRenderEffect,
  inject,
  input,
  untracked,
  viewChildren,
} from '@angular/core';
import type { TicketView } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { AuthStore } from '../../core/session/auth-store';
import { Button } from '../../ui/button';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { OpenTicketStore } from '../data/open-ticket-store';
import type { ConversationItem } from '../data/timeline';
import { ChangeLines } from './change-lines';
import { CommentMessage } from './comment-message';
import { LinkedComment } from './linked-comment';
import { Message } from './message';
import { RatingPanel } from './rating-panel';
import { RequesterPanel } from './requester-panel';
import { ResolutionNote } from './resolution-note';

/** So near to the end counts as there. */
const END_PX = 80;

/** How long a page may take to find its size. */
const SETTLE_MS = 1_000;

/** What was asked, what was answered, and what changed in between. */
@Component({
  selector: 'app-conversation',
  imports: [
    Button,
    ChangeLines,
    CommentMessage,
    Markdown,
    Message,
    Notice,
    RatingPanel,
    RequesterPanel,
    ResolutionNote,
    Skeleton,
  ],
  providers: [LinkedComment],
  templateUrl: './conversation.html',
  host: { class: 'block', '(scroll)': 'noteWhere()' },
})
export class Conversation {
  readonly ticket = input.required<TicketView>();

  private readonly auth = inject(AuthStore);
  protected readonly open = inject(OpenTicketStore);
  protected readonly linked = inject(LinkedComment);
  protected readonly sentenceFor = sentenceFor;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private lastShown: string | null = null;
  private atEnd = true;
  private readonly comments = viewChildren(CommentMessage);
  private lastLinked: string | null = null;

  constructor() {
    // A new message at the end comes into view when its reader is there, or has written it; whoever reads further up
    // stays there. Earlier ones that are loaded above must not move the page either.
    afterRenderEffect(() => {
      const last = this.open.conversation().at(-1);
      const shown = last ? `${untracked(this.open.id)}/${last.id}` : null;
      if (shown === null || shown === this.lastShown) return;
      const sameTicket = this.lastShown?.split('/')[0] === shown.split('/')[0];
      this.lastShown = shown;
      if (!sameTicket) this.host.scrollTop = 0;
      else if (this.atEnd || this.isMine(last)) this.host.scrollTop = this.host.scrollHeight;
      this.noteWhere();
    });
    // Once for each link: who has read on is not brought back.
    afterRenderEffect(() => {
      const id = this.linked.id();
      const linked = this.comments().find((message) => message.comment().id === id);
      const link = linked ? `${untracked(this.open.id)}/${id}` : null;
      if (id === null) this.lastLinked = null;
      if (!linked || link === this.lastLinked) return;
      this.lastLinked = link;
      linked.focus();
      this.settleAt(linked);
    });
  }

  /** What stands around it gets its room a moment later: until then it is kept in view. */
  private settleAt(linked: CommentMessage): void {
    linked.show();
    const watching = new ResizeObserver(() => linked.show());
    watching.observe(this.host);
    setTimeout(() => watching.disconnect(), SETTLE_MS);
  }

  /** What is at the end is what was there before something new came. */
  protected noteWhere(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.host;
    this.atEnd = scrollHeight - scrollTop - clientHeight < END_PX;
  }

  private isMine(item: ConversationItem | undefined): boolean {
    return item?.kind === 'message' && item.comment.author.id === untracked(this.auth.myId);
  }
}
