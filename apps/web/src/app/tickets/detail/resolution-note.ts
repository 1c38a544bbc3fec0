import { Component, computed, input } from '@angular/core';
import type { TicketView } from '@ticketing/contracts';
import { Icon } from '../../ui/icon';
import { Markdown } from '../../ui/markdown';
import { TimeAgo } from '../../ui/time-ago';

/** What the support team said with the last change of status, above everything else. */
@Component({
  selector: 'app-resolution-note',
  imports: [Icon, Markdown, TimeAgo],
  template: `
    <section
      class="rounded-card border border-resolved/40 bg-resolved-tint px-4 py-3"
      aria-labelledby="resolution-note"
    >
      <div class="mb-1 flex items-center gap-2 text-small text-resolved">
        <ui-icon name="check" />
        <h2 id="resolution-note" class="font-semibold">{{ heading() }}</h2>
        @if (ticket().resolved_at; as at) {
          <ui-time class="ml-auto text-meta" [at]="at" />
        }
      </div>
      <ui-markdown class="pl-6" [source]="feedback()" />
    </section>
  `,
  host: { class: 'block' },
})
export class ResolutionNote {
  readonly ticket = input.required<TicketView>();
  readonly feedback = input.required<string>();

  protected readonly heading = computed(() =>
    ['resolved', 'closed'].includes(this.ticket().status) ? 'Resolution' : 'From the support team',
  );
}
