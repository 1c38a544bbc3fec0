import { Component, computed, input } from '@angular/core';
import type { TicketStatus } from '@ticketing/contracts';

const COLOURS: Record<TicketStatus, string> = {
  open: 'text-open',
  in_progress: 'text-progress',
  pending_user: 'text-pending',
  resolved: 'text-resolved',
  closed: 'text-closed',
};

/** The shape of a status: dashed ring, half ring, clock, filled check, cross ring. Decorative: the word stands beside it. */
@Component({
  selector: 'app-status-icon',
  template: `
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      aria-hidden="true"
    >
      @switch (status()) {
        @case ('open') {
          <circle cx="8" cy="8" r="6" stroke-dasharray="2.6 2.11" />
        }
        @case ('in_progress') {
          <circle cx="8" cy="8" r="6" />
          <path d="M8 4.8a3.2 3.2 0 0 1 0 6.4z" fill="currentColor" stroke="none" />
        }
        @case ('pending_user') {
          <circle cx="8" cy="8" r="6" />
          <path d="M8 5v3.2l2 1.3" stroke-linecap="round" stroke-linejoin="round" />
        }
        @case ('resolved') {
          <circle cx="8" cy="8" r="6.9" fill="currentColor" stroke="none" />
          <path
            class="stroke-surface"
            d="m5.2 8.2 2 2 3.6-4.2"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        }
        @case ('closed') {
          <circle cx="8" cy="8" r="6" />
          <path d="m6 6 4 4m0-4-4 4" stroke-linecap="round" />
        }
      }
    </svg>
  `,
  host: { '[class]': 'classes()' },
})
export class StatusIcon {
  readonly status = input.required<TicketStatus>();

  protected readonly classes = computed(() => `inline-flex shrink-0 ${COLOURS[this.status()]}`);
}
