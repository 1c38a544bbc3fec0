import { Component, computed, inject, input } from '@angular/core';
import type { TicketStatus, TicketView } from '@ticketing/contracts';
import { Button } from '../../ui/button';
import { ButtonRow } from '../../ui/button-row';
import { TicketStore } from '../data/ticket-store';
import { StatusPath } from './status-path';

const NEXT: Record<TicketStatus, (assignee: string | null) => string> = {
  open: () => 'We have received it and will answer here.',
  in_progress: (assignee) => `${assignee ?? 'The support team'} is working on it.`,
  pending_user: () => 'We need an answer from you to go on. Reply below.',
  resolved: () => 'We think this is solved. Reply or reopen it when it is not.',
  closed: () => 'This ticket is closed.',
};

/** For who asked: where the ticket stands, what happens next, and how to close or reopen it. */
@Component({
  selector: 'app-requester-panel',
  imports: [Button, ButtonRow, StatusPath],
  template: `
    <section class="rounded-card border border-line bg-subtle px-4 py-3" aria-label="Progress">
      <app-status-path [status]="ticket().status" />
      <div class="mt-2 flex flex-wrap items-center justify-between gap-2">
        <p class="text-small text-muted">{{ next() }}</p>
        <div uiButtonRow class="max-sm:w-full">
          @if (ticket().can.reopen) {
            <button uiButton type="button" (click)="settle('reopen')">Reopen ticket</button>
          }
          @if (ticket().can.close) {
            <button uiButton type="button" (click)="settle('close')">Close ticket</button>
          }
        </div>
      </div>
    </section>
  `,
  host: { class: 'block' },
})
export class RequesterPanel {
  readonly ticket = input.required<TicketView>();

  private readonly store = inject(TicketStore);
  protected readonly next = computed(() =>
    NEXT[this.ticket().status](this.ticket().assigned_to?.name ?? null),
  );

  protected settle(verb: 'close' | 'reopen'): void {
    void this.store.settle(this.ticket().id, verb);
  }
}
