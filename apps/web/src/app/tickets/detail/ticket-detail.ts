import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { ActionButton } from '../../core/actions/action-button';
import { ActionRegistry } from '../../core/actions/action-registry';
import { sentenceFor, statusOf } from '../../core/http/problem';
import { AuthStore } from '../../core/session/auth-store';
import { BlankState } from '../../ui/blank-state';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Skeleton } from '../../ui/skeleton';
import { OpenTicketStore } from '../data/open-ticket-store';
import { assign } from '../data/ticket-edit';
import { TicketMuteStore } from '../data/ticket-mute-store';
import { TicketStore } from '../data/ticket-store';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { PropertiesSheet } from './properties-sheet';
import { roomyScreen } from './roomy-screen';
import { ticketActions } from './ticket-actions';
import { TicketHeading } from './ticket-heading';
import { TicketProperties } from './ticket-properties';

/** One ticket: its conversation, where to answer, and its properties. */
@Component({
  selector: 'app-ticket-detail',
  imports: [
    ActionButton,
    BlankState,
    Button,
    Composer,
    Conversation,
    Icon,
    RouterLink,
    Skeleton,
    TicketHeading,
    TicketProperties,
  ],
  templateUrl: './ticket-detail.html',
  host: { class: 'block' },
})
export class TicketDetail {
  private readonly store = inject(TicketStore);
  private readonly auth = inject(AuthStore);
  private readonly dialog = inject(Dialog);
  private readonly mutes = inject(TicketMuteStore);
  private readonly title = inject(Title);
  private readonly composer = viewChild(Composer);
  private readonly properties = viewChild(TicketProperties);
  /** Whether the properties stand beside the conversation. */
  private readonly roomy = roomyScreen();
  protected readonly open = inject(OpenTicketStore);
  protected readonly route = inject(ActivatedRoute);

  protected readonly sentenceFor = sentenceFor;
  protected readonly missing = computed(() => statusOf(this.open.error()) === 404);

  constructor() {
    effect(() => {
      const ticket = this.open.ticket();
      if (ticket) this.title.setTitle(`#${ticket.id} ${ticket.title}`);
    });
    inject(ActionRegistry).offer(
      ticketActions({
        ticket: () => this.open.ticket(),
        me: () => this.auth.me(),
        reply: () => this.composer()?.write('reply'),
        note: () => this.composer()?.write('note'),
        assignToMe: () => this.assignToMe(),
        tag: () => this.tag(),
        showProperties: () => this.showProperties(),
        muted: () => this.mutes.muted(),
        mute: (muted) => void this.mutes.set(muted),
      }),
    );
  }

  private assignToMe(): void {
    const ticket = this.open.ticket();
    const me = this.auth.me();
    if (ticket && me) void this.store.edit(ticket.id, assign(ticket, me, me));
  }

  private tag(): void {
    if (this.roomy()) this.properties()?.focusTags();
    else this.showProperties('.tag-field');
  }

  /** @param focus what gets the focus; what comes first, unless said otherwise */
  private showProperties(focus = 'first-tabbable'): void {
    this.dialog.open(PropertiesSheet, {
      ariaLabel: 'Properties',
      autoFocus: focus,
      panelClass: 'sheet-pane',
      backdropClass: 'overlay-backdrop',
    });
  }
}
