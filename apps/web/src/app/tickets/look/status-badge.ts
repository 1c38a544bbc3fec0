import { Component, computed, input } from '@angular/core';
import type { TicketStatus, TicketSummary } from '@ticketing/contracts';
import { StatusIcon } from './status-icon';
import { statusWords } from './ticket-words';

const TINTS: Record<TicketStatus, string> = {
  open: 'bg-open-tint text-open',
  in_progress: 'bg-progress-tint text-progress',
  pending_user: 'bg-pending-tint text-pending',
  resolved: 'bg-resolved-tint text-resolved',
  closed: 'bg-closed-tint text-closed',
};

/** A ticket's status as shape, colour and word. */
@Component({
  selector: 'app-status-badge',
  imports: [StatusIcon],
  template: `<app-status-icon [status]="ticket().status" />{{ word() }}`,
  host: { '[class]': 'classes()' },
})
export class StatusBadge {
  readonly ticket = input.required<Pick<TicketSummary, 'status' | 'can'>>();

  protected readonly word = computed(() => statusWords(this.ticket())[this.ticket().status]);
  protected readonly classes = computed(
    () =>
      `inline-flex shrink-0 items-center gap-1 rounded-chip px-1.5 py-0.5 text-meta font-medium whitespace-nowrap ${TINTS[this.ticket().status]}`,
  );
}
