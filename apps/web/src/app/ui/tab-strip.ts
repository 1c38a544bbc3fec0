import { Tab, TabList } from '@angular/aria/tabs';
import { Component, input, model } from '@angular/core';

/** One tab: its id, its words, and how much is behind it. */
export interface TabOption {
  id: string;
  label: string;
  count?: string | null;
}

/** The strip of tabs of an element with `ngTabs`; the panel with `ngTabPanel` stands beside it. */
@Component({
  selector: 'ui-tab-strip',
  imports: [Tab, TabList],
  template: `
    <div
      ngTabList
      class="tab-strip flex gap-0.5 overflow-x-auto"
      selectionMode="explicit"
      [attr.aria-label]="label()"
      [(selectedTab)]="selected"
    >
      @for (tab of tabs(); track tab.id) {
        <button
          ngTab
          type="button"
          class="flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2 text-small font-medium text-muted hover:text-text aria-selected:border-accent aria-selected:text-text max-lg:h-11"
          [value]="tab.id"
        >
          {{ tab.label }}
          @if (tab.count; as count) {
            <span class="text-meta font-normal text-muted tabular-nums" [class]="countClass()">{{
              count
            }}</span>
          }
        </button>
      }
    </div>
  `,
  host: { class: 'block min-w-0' },
})
export class TabStrip {
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly TabOption[]>();
  /** Classes of the counts. */
  readonly countClass = input('');
  readonly selected = model<string | undefined>();
}
