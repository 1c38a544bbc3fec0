import { Component, afterNextRender, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { focusFirstError } from '../../core/forms/focus-first-error';
import { type FieldErrors, sendForm } from '../../core/forms/send-form';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';

/** Asks for a code of the authenticator app, to prove that it is at hand. */
@Component({
  selector: 'app-code-form',
  imports: [Button, Control, Field, FormField, FormRoot, Notice],
  template: `
    <form class="flex flex-col gap-4" [formRoot]="form">
      @if (failure(); as message) {
        <ui-notice kind="danger">{{ message }}</ui-notice>
      }
      <ui-field label="Code" hint="Six digits of your authenticator app." [of]="form.code">
        <input uiControl inputmode="numeric" autocomplete="one-time-code" [formField]="form.code" />
      </ui-field>
      <div class="flex flex-wrap gap-2">
        <button uiButton look="primary" type="submit" [attr.aria-disabled]="form().submitting()">
          {{ submitLabel() }}
        </button>
        <button uiButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class CodeForm {
  readonly submitLabel = input.required<string>();
  /** Sends the code; its errors are shown here. */
  readonly send = input.required<(code: string) => Promise<void>>();
  readonly cancelled = output();

  protected readonly failure = signal<string | null>(null);
  protected readonly form = form(
    signal({ code: '' }),
    (path) => required(path.code, { message: 'Code is missing.' }),
    { submission: { action: () => this.submit(), onInvalid: () => focusFirstError(this.form) } },
  );

  constructor() {
    afterNextRender(() => this.form.code().focusBoundControl());
  }

  private submit(): Promise<FieldErrors> {
    const code = this.form.code().value().trim();
    return sendForm(() => this.send()(code), { code: this.form.code }, this.failure);
  }
}
