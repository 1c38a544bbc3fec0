import { Component, inject } from '@angular/core';
import { required } from '@angular/forms/signals';
import { type ChangePasswordRequest, LIMITS } from '@ticketing/contracts';
import { PasswordField } from '../../core/forms/password-field';
import { passwordWithin } from '../../core/forms/password-rule';
import { sentForm } from '../../core/forms/sent-form';
import { FormFrame } from '../../ui/form-frame';
import { Toaster } from '../../ui/toaster';
import { AccountSection } from '../account-section';
import { AccountApi } from '../data/account-api';

const EMPTY = { current_password: '', new_password: '' };

/** Changes the password. Whoever else is signed in with the old one is signed out. */
@Component({
  selector: 'app-password-form',
  imports: [AccountSection, FormFrame, PasswordField],
  template: `
    <app-account-section heading="Password" text="A new password ends your other sessions. This one goes on.">
      <ui-form-frame submitLabel="Change password" busyLabel="Changing…" [of]="form">
        <app-password-field
          class="sm:max-w-72"
          autocomplete="current-password"
          label="Current password"
          [of]="form.fields.current_password"
        />
        <app-password-field
          class="sm:max-w-72"
          autocomplete="new-password"
          label="New password"
          [hint]="hint"
          [of]="form.fields.new_password"
        />
      </ui-form-frame>
    </app-account-section>
  `,
})
export class PasswordForm {
  private readonly api = inject(AccountApi);
  private readonly toaster = inject(Toaster);

  protected readonly hint = `At least ${LIMITS.password.min} characters.`;
  protected readonly form = sentForm(
    EMPTY,
    (path) => {
      required(path.current_password, { message: 'Current password is missing.' });
      passwordWithin(path.new_password, LIMITS.password, 'New password');
    },
    (typed) => this.change(typed),
  );

  private async change(passwords: ChangePasswordRequest): Promise<void> {
    await this.api.changePassword(passwords);
    this.form.fields().reset(EMPTY);
    this.toaster.done('Password changed. Your other sessions have ended.');
  }
}
