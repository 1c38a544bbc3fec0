import { Component, computed, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

const KINDS = {
  danger: { icon: 'alert', classes: 'bg-danger-tint text-danger' },
  info: { icon: 'info', classes: 'bg-selected text-link' },
  done: { icon: 'check', classes: 'bg-resolved-tint text-resolved' },
} as const satisfies Record<string, { icon: IconName; classes: string }>;

/** A message inside a page. A `danger` notice is announced at once, the others politely. */
@Component({
  selector: 'ui-notice',
  imports: [Icon],
  template: `
    <ui-icon class="mt-0.5" [name]="kinds[kind()].icon" />
    <div class="min-w-0 flex-1"><ng-content /></div>
  `,
  host: { '[class]': 'classes()', '[attr.role]': "kind() === 'danger' ? 'alert' : 'status'" },
})
export class Notice {
  readonly kind = input<keyof typeof KINDS>('info');

  protected readonly kinds = KINDS;
  protected readonly classes = computed(
    () => `flex gap-2 rounded-control px-3 py-2 text-small ${KINDS[this.kind()].classes}`,
  );
}
