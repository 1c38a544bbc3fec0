import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** What stands where content would: nothing there yet, nothing found, or something failed. Buttons go inside. */
@Component({
  selector: 'ui-blank-state',
  imports: [Icon],
  template: `
    <span class="mb-3 flex size-10 items-center justify-center rounded-full bg-hover text-muted">
      <ui-icon [name]="icon()" [size]="20" />
    </span>
    <p class="text-title font-semibold">{{ heading() }}</p>
    <p class="mt-1 max-w-md text-body text-balance text-muted">{{ text() }}</p>
    <div class="mt-4 flex flex-wrap justify-center gap-2 empty:hidden"><ng-content /></div>
  `,
  host: { class: 'flex flex-col items-center justify-center px-6 py-12 text-center' },
})
export class BlankState {
  readonly icon = input<IconName>('inbox');
  readonly heading = input.required<string>();
  readonly text = input('');
}
