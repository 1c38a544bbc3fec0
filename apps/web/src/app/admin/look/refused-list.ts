import { Component, input } from '@angular/core';
import type { Refusal } from '../registry/bulk-action-description';

/** Rows that stay as they are, each with its reason. */
@Component({
  selector: 'app-refused-list',
  template: `
    <ul
      class="max-h-48 divide-y divide-line overflow-y-auto rounded-control border border-line"
      aria-label="What stays as it is"
      tabindex="0"
    >
      @for (refusal of refused(); track $index) {
        <li class="px-3 py-2">
          <span class="block truncate font-medium">{{ refusal.title ?? 'Something that is gone' }}</span>
          <span class="block text-small text-muted">{{ refusal.reason }}</span>
        </li>
      }
    </ul>
  `,
  host: { class: 'block' },
})
export class RefusedList {
  readonly refused = input.required<readonly Refusal[]>();
}
