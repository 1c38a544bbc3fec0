import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon';
import { AttentionCount } from './look/attention-count';
import { RecentChanges } from './history/recent-changes';
import { Models } from './models';

/** The way in: every model, what it is, how much of it waits for somebody; and what was changed last. */
@Component({
  selector: 'app-admin-index',
  imports: [AttentionCount, Icon, RecentChanges, RouterLink],
  template: `
    <div class="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-6 lg:py-10">
      <div>
        <h1 class="text-h1 font-semibold">Admin</h1>
        <p class="mt-0.5 text-muted">What runs behind the tickets, and what waits for somebody to look.</p>
      </div>
      <ul
        class="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised"
        aria-label="Models"
      >
        @for (model of models.all(); track model.key) {
          <li>
            <a
              class="flex items-center gap-3 px-4 py-3.5 -outline-offset-2 hover:bg-hover"
              [routerLink]="[model.key]"
            >
              <span
                class="flex size-9 shrink-0 items-center justify-center rounded-control bg-subtle text-muted"
              >
                <ui-icon [name]="model.icon" [size]="18" />
              </span>
              <span class="min-w-0 flex-1">
                <span class="block font-medium">{{ model.plural }}</span>
                <span class="block text-small text-muted">{{ model.text }}</span>
              </span>
              <app-attention-count class="max-sm:self-start" [model]="model" />
              <ui-icon class="text-faint max-sm:hidden" name="chevron-right" />
            </a>
          </li>
        }
      </ul>
      @if (hasAudit()) {
        <app-recent-changes />
      }
    </div>
  `,
  host: { class: 'block h-full overflow-y-auto bg-subtle' },
})
export class AdminIndex {
  protected readonly models = inject(Models);
  protected readonly hasAudit = computed(() => this.models.find('audit') !== undefined);
}
