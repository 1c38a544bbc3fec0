import { Component, afterNextRender, inject, output, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { focusFirstError } from '../../core/forms/focus-first-error';
import { type FieldErrors, sendForm } from '../../core/forms/send-form';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { AccountApi } from '../data/account-api';

/** Switches two-factor sign-in off, for who knows the password and has a code. */
@Component({
  selector: 'app-switch-off-form',
  imports: [Button, Control, Field, FormField, FormRoot, Notice],
  template: `
    <form class="flex flex-col gap-4" [formRoot]="form">
      @if (failure(); as message) {
        <ui-notice kind="danger">{{ message }}</ui-notice>
      }
      <ui-field label="Password" [of]="form.password">
        <input uiControl type="password" autocomplete="current-password" [formField]="form.password" />
      </ui-field>
      <ui-field label="Code" hint="Six digits of the app, or a recovery code." [of]="form.code">
        <input uiControl autocomplete="one-time-code" [formField]="form.code" />
      </ui-field>
      <div class="flex flex-wrap gap-2">
        <button uiButton look="danger" type="submit" [attr.aria-disabled]="form().submitting()">
          Switch off
        </button>
        <button uiButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class SwitchOffForm {
  readonly switchedOff = output();
  readonly cancelled = output();

  private readonly api = inject(AccountApi);

  protected readonly failure = signal<string | null>(null);
  protected readonly form = form(
    signal({ password: '', code: '' }),
    (path) => {
      required(path.password, { message: 'Password is missing.' });
      required(path.code, { message: 'Code is missing.' });
    },
    { submission: { action: () => this.switchOff(), onInvalid: () => focusFirstError(this.form) } },
  );

  constructor() {
    afterNextRender(() => this.form.password().focusBoundControl());
  }

  private switchOff(): Promise<FieldErrors> {
    const { password, code } = this.form;
    const send = async () => {
      await this.api.disableTwoFactor({ password: password().value(), code: code().value().trim() });
      this.switchedOff.emit();
    };
    return sendForm(send, { password, code }, this.failure);
  }
}
