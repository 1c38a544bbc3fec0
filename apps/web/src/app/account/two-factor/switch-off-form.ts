import { Component, afterNextRender, inject, output } from '@angular/core';
import { FormField, required } from '@angular/forms/signals';
import type { DisableTwoFactorRequest } from '@ticketing/contracts';
import { PasswordField } from '../../core/forms/password-field';
import { sentForm } from '../../core/forms/sent-form';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { FormFrame } from '../../ui/form-frame';
import { AccountApi } from '../data/account-api';

/** Switches two-factor sign-in off, for who knows the password and has a code. */
@Component({
  selector: 'app-switch-off-form',
  imports: [Button, Control, Field, FormField, FormFrame, PasswordField],
  template: `
    <ui-form-frame look="danger" submitLabel="Switch off" busyLabel="Switching off…" [of]="form">
      <app-password-field class="sm:max-w-72" autocomplete="current-password" [of]="form.fields.password" />
      <ui-field
        class="sm:max-w-72"
        label="Code"
        hint="Six digits of the app, or a recovery code."
        [of]="form.fields.code"
      >
        <input uiControl autocomplete="one-time-code" [formField]="form.fields.code" />
      </ui-field>
      <button beside uiButton type="button" (click)="cancelled.emit()">Cancel</button>
    </ui-form-frame>
  `,
})
export class SwitchOffForm {
  readonly switchedOff = output();
  readonly cancelled = output();

  private readonly api = inject(AccountApi);

  protected readonly form = sentForm(
    { password: '', code: '' },
    (path) => {
      required(path.password, { message: 'Password is missing.' });
      required(path.code, { message: 'Code is missing.' });
    },
    (typed) => this.switchOff(typed),
  );

  constructor() {
    afterNextRender(() => this.form.fields.password().focusBoundControl());
  }

  private async switchOff({ password, code }: DisableTwoFactorRequest): Promise<void> {
    await this.api.disableTwoFactor({ password, code: code.trim() });
    this.switchedOff.emit();
  }
}
