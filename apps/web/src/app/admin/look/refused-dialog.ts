import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { Button } from '../../ui/button';
import { DialogFrame } from '../../ui/dialog-frame';
import type { Refusal } from '../registry/bulk-action-description';
import { RefusedList } from './refused-list';

export const REFUSED_HEADING = 'Not everything was changed';

/** Says what was not done, and why. */
@Component({
  selector: 'app-refused-dialog',
  imports: [Button, DialogFrame, RefusedList],
  template: `
    <ui-dialog-frame [heading]="heading">
      <p class="mb-3">
        {{ refused.length === 1 ? 'One stayed as it was:' : refused.length + ' stayed as they were:' }}
      </p>
      <app-refused-list [refused]="refused" />
      <button class="mt-4" uiButton look="primary" type="button" (click)="dialog.close()">OK</button>
    </ui-dialog-frame>
  `,
  host: { class: 'flex w-full min-h-0' },
})
export class RefusedDialog {
  protected readonly refused = inject<readonly Refusal[]>(DIALOG_DATA);
  protected readonly dialog = inject(DialogRef);
  protected readonly heading = REFUSED_HEADING;
}
