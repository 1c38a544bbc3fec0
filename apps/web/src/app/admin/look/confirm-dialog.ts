import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { Button } from '../../ui/button';
import { DialogFrame } from '../../ui/dialog-frame';
import { FormFrame } from '../../ui/form-frame';
import { FormFields } from '../form/form-fields';
import { modelForm } from '../form/model-form-rules';
import type { Typed } from '../registry/field-description';
import type { Confirmation } from '../registry/model-description';

/** Says what is about to happen, asks what has to be known first, and waits for a yes. Closes with what was typed. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [Button, DialogFrame, FormFields, FormFrame],
  template: `
    <ui-dialog-frame [heading]="question.heading">
      <p>{{ question.text }}</p>
      @if (question.effects?.length) {
        <ul class="mt-2 flex list-disc flex-col gap-1 pl-5 text-muted">
          @for (effect of question.effects; track effect) {
            <li>{{ effect }}</li>
          }
        </ul>
      }
      <ui-form-frame
        class="mt-4"
        busyLabel="Working…"
        [look]="question.danger ? 'danger' : 'primary'"
        [of]="form"
        [submitLabel]="question.button"
      >
        @if (fields.length > 0) {
          <app-form-fields [fields]="fields" [of]="form.fields" />
        }
        <button beside uiButton type="button" (click)="dialog.close()">Cancel</button>
      </ui-form-frame>
    </ui-dialog-frame>
  `,
  host: { class: 'flex w-full min-h-0' },
})
export class ConfirmDialog {
  protected readonly question = inject<Confirmation>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<Typed>>(DialogRef);
  protected readonly fields = this.question.asks ?? [];
  protected readonly form = modelForm(this.fields, null, async (typed) => this.dialog.close(typed));
}
