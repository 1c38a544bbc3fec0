import { Component, computed, input } from '@angular/core';
import type { JiraIssueView, JiraStatusCategory } from '@ticketing/contracts';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon-paths';

const LOOKS: Record<JiraStatusCategory, { icon: IconName; classes: string }> = {
  new: { icon: 'info', classes: 'bg-closed-tint text-closed' },
  indeterminate: { icon: 'clock', classes: 'bg-progress-tint text-progress' },
  done: { icon: 'check', classes: 'bg-resolved-tint text-resolved' },
};

/** One issue in Jira: its key as a link and how it is there, or why there is none yet. */
@Component({
  selector: 'app-jira-status',
  imports: [Icon],
  template: `
    @let shown = issue();
    @switch (shown.state) {
      @case ('pending') {
        <p class="flex gap-2 text-small text-muted" role="status">
          <ui-icon class="mt-0.5" name="clock" [size]="14" />
          <span class="min-w-0 wrap-anywhere">
            Being created in {{ shown.integration_name }}…
            @if (shown.reason; as reason) {
              The last try failed: {{ reason }}
            }
          </span>
        </p>
      }
      @case ('failed') {
        <p class="flex gap-2 text-small text-danger" role="status">
          <ui-icon class="mt-0.5" name="alert" [size]="14" />
          <span class="min-w-0 wrap-anywhere">
            {{ shown.integration_name }} has no issue. {{ shown.reason }}
          </span>
        </p>
      }
      @case ('created') {
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1" [title]="shown.integration_name">
          <a
            class="inline-flex min-h-6 items-center font-medium text-link hover:underline"
            rel="noopener noreferrer"
            target="_blank"
            [href]="shown.url"
            >{{ shown.key }}<span class="sr-only"> in Jira, opens in a new tab</span></a
          >
          @if (shown.status_name; as name) {
            <span
              class="inline-flex items-center gap-1 rounded-chip px-1.5 py-0.5 text-meta font-medium"
              [class]="look().classes"
            >
              <ui-icon [name]="look().icon" [size]="13" />{{ name }}
            </span>
          }
        </p>
        @if (shown.reason; as reason) {
          <p class="text-meta text-muted wrap-anywhere">{{ reason }}</p>
        }
      }
    }
  `,
  host: { class: 'block' },
})
export class JiraStatus {
  readonly issue = input.required<JiraIssueView>();

  protected readonly look = computed(() => LOOKS[this.issue().status_category ?? 'new']);
}
