import { Component, ElementRef, afterRenderEffect, inject, input, untracked } from '@angular/core';
import type { TicketView } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { Button } from '../../ui/button';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { OpenTicketStore } from '../data/open-ticket-store';
import { ChangeLines } from './change-lines';
import { Message } from './message';
import { RequesterPanel } from './requester-panel';
import { ResolutionNote } from './resolution-note';

/** What was asked, what was answered, and what changed in between. */
@Component({
  selector: 'app-conversation',
  imports: [Button, ChangeLines, Markdown, Message, Notice, RequesterPanel, ResolutionNote, Skeleton],
  templateUrl: './conversation.html',
  host: { class: 'block' },
})
export class Conversation {
  readonly ticket = input.required<TicketView>();

  protected readonly open = inject(OpenTicketStore);
  protected readonly sentenceFor = sentenceFor;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private lastShown: string | null = null;

  constructor() {
    // A new message at the end comes into view; earlier ones that are loaded above must not move the page.
    afterRenderEffect(() => {
      const last = this.open.conversation().at(-1);
      const shown = last ? `${untracked(this.open.id)}/${last.id}` : null;
      if (shown === null || shown === this.lastShown) return;
      const sameTicket = this.lastShown?.split('/')[0] === shown.split('/')[0];
      this.lastShown = shown;
      if (sameTicket) this.host.scrollTop = this.host.scrollHeight;
      else this.host.scrollTop = 0;
    });
  }
}
