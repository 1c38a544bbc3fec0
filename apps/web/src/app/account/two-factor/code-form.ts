import { Component, afterNextRender, input, output } from '@angular/core';
import { FormField, required } from '@angular/forms/signals';
import { sentForm } from '../../core/forms/sent-form';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { FormFrame } from '../../ui/form-frame';

/** Asks for a code of the authenticator app, to prove that it is at hand. */
@Component({
  selector: 'app-code-form',
  imports: [Button, Control, Field, FormField, FormFrame],
  template: `
    <ui-form-frame [submitLabel]="submitLabel()" [busyLabel]="submitLabel()" [of]="form">
      <ui-field
        class="sm:max-w-72"
        label="Code"
        hint="Six digits of your authenticator app."
        [of]="form.fields.code"
      >
        <input uiControl inputmode="numeric" autocomplete="one-time-code" [formField]="form.fields.code" />
      </ui-field>
      <button beside uiButton type="button" (click)="cancelled.emit()">Cancel</button>
    </ui-form-frame>
  `,
})
export class CodeForm {
  readonly submitLabel = input.required<string>();
  /** Sends the code; its errors are shown here. */
  readonly send = input.required<(code: string) => Promise<void>>();
  readonly cancelled = output();

  protected readonly form = sentForm(
    { code: '' },
    (path) => required(path.code, { message: 'Code is missing.' }),
    ({ code }) => this.send()(code.trim()),
  );

  constructor() {
    // What is above, like the picture to scan, stays in sight on a small screen.
    afterNextRender(() => this.form.fields.code().focusBoundControl({ preventScroll: true }));
  }
}
