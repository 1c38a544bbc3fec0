import { Component, computed, input } from '@angular/core';
import type { TicketStatus } from '@ticketing/contracts';
import { StatusIcon } from '../look/status-icon';
import { REQUESTER_STATUS_WORDS } from '../look/ticket-words';

/** One stop of the path. */
interface Stop {
  status: TicketStatus;
  word: string;
  state: 'past' | 'now' | 'ahead';
}

/** The way of a ticket in the words of who asked: Received, In work, (Waiting for you), Resolved. */
export function pathOf(status: TicketStatus): Stop[] {
  const stops: TicketStatus[] = ['open', 'in_progress'];
  if (status === 'pending_user') stops.push('pending_user');
  stops.push(status === 'closed' ? 'closed' : 'resolved');
  const now = stops.indexOf(status);
  return stops.map((stop, index) => ({
    status: stop,
    word: REQUESTER_STATUS_WORDS[stop],
    state: index < now ? 'past' : index === now ? 'now' : 'ahead',
  }));
}

/** Draws the path. */
@Component({
  selector: 'app-status-path',
  imports: [StatusIcon],
  template: `
    <ol class="flex flex-wrap items-center gap-x-2 gap-y-1 text-small" aria-label="Status">
      @for (stop of stops(); track stop.status; let first = $first) {
        <li class="flex items-center gap-2" [attr.aria-current]="stop.state === 'now' ? 'step' : null">
          @if (!first) {
            <span class="h-px w-4 bg-field" aria-hidden="true"></span>
          }
          <span
            class="flex items-center gap-1"
            [class]="stop.state === 'now' ? 'font-semibold text-text' : 'text-muted'"
          >
            @if (stop.state === 'now') {
              <app-status-icon [status]="stop.status" />
            }
            {{ stop.word }}
          </span>
        </li>
      }
    </ol>
  `,
  host: { class: 'block' },
})
export class StatusPath {
  readonly status = input.required<TicketStatus>();

  protected readonly stops = computed(() => pathOf(this.status()));
}
