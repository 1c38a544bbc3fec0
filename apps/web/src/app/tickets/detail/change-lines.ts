import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TicketView, TimelineEntry } from '@ticketing/contracts';
import { TimeAgo } from '../../ui/time-ago';
import { statusWords } from '../look/ticket-words';
import { changeWords, whoWords } from './change-words';

/** So many lines are shown; more of them fold. */
const SHOWN = 2;

/** Changes in a row: small lines, folded when there are many. */
@Component({
  selector: 'app-change-lines',
  imports: [RouterLink, TimeAgo],
  template: `
    @if (folded()) {
      <button
        class="min-h-6 px-4 text-small text-muted underline hover:text-text"
        type="button"
        (click)="folded.set(false)"
      >
        Show {{ lines().length }} changes
      </button>
    } @else {
      <ul class="flex flex-col gap-1 px-4 text-small text-muted">
        @for (line of lines(); track line.key) {
          <li class="flex gap-2">
            <span class="min-w-0 flex-1 wrap-anywhere">
              <span class="font-medium text-text">{{ line.actor }}</span> {{ line.words }}
              @if (line.mail; as mail) {
                <a class="text-link underline" [routerLink]="['/admin/quarantine', mail.id]">Read it</a>
              }
            </span>
            <ui-time class="shrink-0 text-meta" [at]="line.at" />
          </li>
        }
      </ul>
    }
  `,
})
export class ChangeLines {
  readonly entries = input.required<readonly TimelineEntry[]>();
  readonly ticket = input.required<TicketView>();

  protected readonly lines = computed(() =>
    this.entries().flatMap((entry) =>
      changeWords(entry, statusWords(this.ticket())).map((words, index) => ({
        key: `${entry.id}-${index}`,
        actor: whoWords(entry),
        words,
        mail: entry.mail,
        at: entry.created_at,
      })),
    ),
  );
  protected readonly folded = linkedSignal(() => this.lines().length > SHOWN);
}
