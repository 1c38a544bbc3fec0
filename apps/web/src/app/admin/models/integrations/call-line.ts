import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IntegrationCallView } from '@ticketing/contracts';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { TimeAgo } from '../../../ui/time-ago';
import { ToneBadge } from '../../look/tone-badge';
import { Exchange } from './exchange';
import { CALL_STATE_WORDS } from './integration-words';

/** One try to reach an integration: folded, what matters; unfolded, everything. */
@Component({
  selector: 'app-call-line',
  imports: [Button, Exchange, Icon, RouterLink, TimeAgo, ToneBadge],
  template: `
    <details class="group">
      <summary
        class="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-control px-2 py-2 hover:bg-hover"
      >
        <ui-icon class="text-muted group-open:rotate-90" name="chevron-right" [size]="14" />
        <app-tone-badge [of]="badge()" />
        <code class="font-mono text-meta">{{ call().event_type }}</code>
        <span class="ml-auto flex gap-3 text-small text-muted tabular-nums">
          <span>{{ call().status ?? 'No answer' }}</span>
          <span>{{ call().duration_ms }} ms</span>
          <ui-time [at]="call().tried_at" />
        </span>
      </summary>
      <div class="px-2 pt-1 pb-4 sm:pl-8">
        <div class="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-small text-muted">
          <span>{{ call().tries }} {{ call().tries === 1 ? 'try' : 'tries' }}</span>
          @if (call().next_try_at; as at) {
            <span>Next try <ui-time ahead [at]="at" /></span>
          }
          @if (call().ticket; as ticket) {
            <a class="min-h-6 text-link hover:underline" [routerLink]="['/tickets', ticket]"
              >Ticket #{{ ticket }}</a
            >
          }
          @if (call().can_replay) {
            <button
              uiButton
              class="ml-auto"
              shape="small"
              type="button"
              [attr.aria-disabled]="busy()"
              (click)="replayed.emit()"
            >
              <ui-icon name="refresh" [size]="14" />Replay
            </button>
          }
        </div>
        <app-exchange [answer]="call().answer" [error]="call().error" [request]="call().request" />
      </div>
    </details>
  `,
  host: { class: 'block' },
})
export class CallLine {
  readonly call = input.required<IntegrationCallView>();
  readonly busy = input(false);
  readonly replayed = output();

  protected readonly badge = computed(() => CALL_STATE_WORDS[this.call().state]);
}
