import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { LIMITS } from '@ticketing/contracts';
import { focusFirstError } from '../../core/forms/focus-first-error';
import { passwordWithin } from '../../core/forms/password-rule';
import { type FieldErrors, sendForm } from '../../core/forms/send-form';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Toaster } from '../../ui/toaster';
import { AccountSection } from '../account-section';
import { AccountApi } from '../data/account-api';

const EMPTY = { current_password: '', new_password: '' };

/** Changes the password. Whoever else is signed in with the old one is signed out. */
@Component({
  selector: 'app-password-form',
  imports: [AccountSection, Button, Control, Field, FormField, FormRoot, Notice],
  template: `
    <app-account-section heading="Password" text="A new password ends your other sessions. This one goes on.">
      <form class="flex flex-col gap-4" [formRoot]="form">
        @if (failure(); as message) {
          <ui-notice kind="danger">{{ message }}</ui-notice>
        }
        <ui-field label="Current password" [of]="form.current_password">
          <input
            uiControl
            type="password"
            autocomplete="current-password"
            [formField]="form.current_password"
          />
        </ui-field>
        <ui-field label="New password" [hint]="hint" [of]="form.new_password">
          <input uiControl type="password" autocomplete="new-password" [formField]="form.new_password" />
        </ui-field>
        <button
          class="self-start max-sm:self-stretch max-sm:justify-center"
          uiButton
          look="primary"
          type="submit"
          [attr.aria-disabled]="form().submitting()"
        >
          {{ form().submitting() ? 'Changing…' : 'Change password' }}
        </button>
      </form>
    </app-account-section>
  `,
})
export class PasswordForm {
  private readonly api = inject(AccountApi);
  private readonly toaster = inject(Toaster);

  protected readonly hint = `At least ${LIMITS.password.min} characters.`;
  protected readonly failure = signal<string | null>(null);
  protected readonly form = form(
    signal(EMPTY),
    (path) => {
      required(path.current_password, { message: 'Current password is missing.' });
      passwordWithin(path.new_password, LIMITS.password, 'New password');
    },
    { submission: { action: () => this.change(), onInvalid: () => focusFirstError(this.form) } },
  );

  private change(): Promise<FieldErrors> {
    const { current_password, new_password } = this.form;
    const send = async () => {
      await this.api.changePassword(this.form().value());
      this.form().reset(EMPTY);
      this.toaster.done('Password changed. Your other sessions have ended.');
    };
    return sendForm(send, { current_password, new_password }, this.failure);
  }
}
