import { Clipboard } from '@angular/cdk/clipboard';
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { Button } from '../../ui/button';
import { ButtonRow } from '../../ui/button-row';
import { DialogFrame } from '../../ui/dialog-frame';
import { Icon } from '../../ui/icon';
import type { OneTimeSecret } from '../registry/model-description';

/** Shows a secret, the only time that it can be seen. */
@Component({
  selector: 'app-secret-dialog',
  imports: [Button, ButtonRow, DialogFrame, Icon],
  template: `
    <ui-dialog-frame [heading]="shown.heading">
      <p>{{ shown.text }}</p>
      <p class="mt-3 rounded-control bg-subtle p-3">
        <code class="font-mono text-small break-all select-all">{{ shown.secret }}</code>
      </p>
      <div uiButtonRow class="mt-4">
        <button data-first uiButton look="primary" type="button" (click)="copy()">
          <ui-icon [name]="copied() ? 'check' : 'copy'" />{{ copied() ? 'Copied' : 'Copy' }}
        </button>
        <button uiButton type="button" (click)="dialog.close()">I have kept it</button>
      </div>
      <p class="sr-only" role="status">{{ copied() ? 'Copied to the clipboard.' : '' }}</p>
    </ui-dialog-frame>
  `,
  host: { class: 'flex w-full min-h-0' },
})
export class SecretDialog {
  protected readonly shown = inject<OneTimeSecret>(DIALOG_DATA);
  protected readonly dialog = inject(DialogRef);
  private readonly clipboard = inject(Clipboard);
  protected readonly copied = signal(false);

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.shown.secret));
  }
}
