import { Component, computed, input } from '@angular/core';
import { TICKET_PRIORITIES, type TicketPriority } from '@ticketing/contracts';

/** One to three bars, or two exclamation marks for urgent. Decorative: the word stands beside it. */
@Component({
  selector: 'app-priority-icon',
  template: `
    <svg width="14" height="14" viewBox="0 0 14 14" fill="currentColor" aria-hidden="true">
      @if (priority() === 'urgent') {
        <path d="M3 2h2.4L5 8.6H3.4zM8.6 2H11l-.4 6.6H9zM3.1 10h2.2v2.2H3.1zM8.7 10h2.2v2.2H8.7z" />
      } @else {
        <rect x="1.5" y="8.5" width="2.6" height="3.5" rx=".6" />
        <rect x="5.7" y="5.5" width="2.6" height="6.5" rx=".6" [attr.opacity]="bars() > 1 ? 1 : 0.3" />
        <rect x="9.9" y="2.5" width="2.6" height="9.5" rx=".6" [attr.opacity]="bars() > 2 ? 1 : 0.3" />
      }
    </svg>
  `,
  host: { class: 'inline-flex shrink-0' },
})
export class PriorityIcon {
  readonly priority = input.required<TicketPriority>();

  protected readonly bars = computed(() => TICKET_PRIORITIES.indexOf(this.priority()) + 1);
}
