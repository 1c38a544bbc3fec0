import { Component, computed, input } from '@angular/core';
import { Icon } from '../ui/icon';

/** Whether something is as it should be: shape, colour and, inside, the word. */
@Component({
  selector: 'app-state-badge',
  imports: [Icon],
  template: `<ui-icon [name]="good() ? 'check' : 'info'" [size]="14" /><ng-content />`,
  host: { '[class]': 'classes()' },
})
export class StateBadge {
  readonly good = input.required<boolean>();

  protected readonly classes = computed(
    () =>
      `inline-flex items-center gap-1 rounded-chip px-1.5 py-0.5 text-meta font-medium ${
        this.good() ? 'bg-resolved-tint text-resolved' : 'bg-closed-tint text-closed'
      }`,
  );
}
