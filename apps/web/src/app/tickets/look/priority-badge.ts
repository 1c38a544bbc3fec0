import { Component, computed, input } from '@angular/core';
import type { TicketPriority } from '@ticketing/contracts';
import { PriorityIcon } from './priority-icon';
import { PRIORITY_WORDS } from './ticket-words';

const TINTS: Record<TicketPriority, string> = {
  low: 'bg-low-tint text-low',
  medium: 'bg-medium-tint text-medium',
  high: 'bg-high-tint text-high',
  urgent: 'bg-urgent-tint text-urgent',
};

/** A priority as shape, colour and word. */
@Component({
  selector: 'app-priority-badge',
  imports: [PriorityIcon],
  template: `<app-priority-icon [priority]="priority()" />{{ word() }}`,
  host: { '[class]': 'classes()' },
})
export class PriorityBadge {
  readonly priority = input.required<TicketPriority>();

  protected readonly word = computed(() => PRIORITY_WORDS[this.priority()]);
  protected readonly classes = computed(
    () =>
      `inline-flex shrink-0 items-center gap-1 rounded-chip px-1.5 py-0.5 text-meta font-medium whitespace-nowrap ${TINTS[this.priority()]}`,
  );
}
