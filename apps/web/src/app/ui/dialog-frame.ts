import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { Button } from './button';
import { Icon } from './icon';

/** The surface of a CDK dialog: title, close button, content. The opener names it with `ariaLabel`. */
@Component({
  selector: 'ui-dialog-frame',
  imports: [Button, Icon],
  template: `
    <header class="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
      <h2 class="min-w-0 flex-1 truncate text-title font-semibold">{{ heading() }}</h2>
      <button uiButton look="ghost" shape="icon" type="button" aria-label="Close" (click)="dialog.close()">
        <ui-icon name="close" />
      </button>
    </header>
    <div class="min-h-0 overflow-y-auto p-4"><ng-content /></div>
  `,
  host: {
    class:
      'dialog-frame flex w-full min-h-0 flex-col overflow-hidden rounded-dialog border border-line bg-raised shadow-popover',
  },
})
export class DialogFrame {
  readonly heading = input.required<string>();

  protected readonly dialog = inject(DialogRef);
}
