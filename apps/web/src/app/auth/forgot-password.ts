import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { LIMITS } from '@ticketing/contracts';
import { focusFirstError } from '../core/forms/focus-first-error';
import { type FieldErrors, sendForm } from '../core/forms/send-form';
import { emailAddress } from '../core/forms/text-rules';
import { Button } from '../ui/button';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';
import { MailedLinksApi } from './mailed-links-api';

/** Asks for a link to set a new password. What it says never tells whether the address has an account. */
@Component({
  selector: 'app-forgot-password',
  imports: [AuthPage, Button, Control, Field, FormField, FormRoot, Notice, RouterLink],
  template: `
    <app-auth-page heading="Forgot your password?">
      <form class="flex flex-col gap-4" [formRoot]="form">
        @if (failure(); as message) {
          <ui-notice kind="danger">{{ message }}</ui-notice>
        }
        @if (sent()) {
          <ui-notice kind="done">If there is an account, a mail is on its way.</ui-notice>
        } @else {
          <p class="text-muted">Tell us your address. We mail you a link to set a new password.</p>
        }
        <ui-field label="E-mail" [of]="form.email">
          <input uiControl type="email" autocomplete="username" [formField]="form.email" />
        </ui-field>
        <button
          class="justify-center"
          uiButton
          look="primary"
          type="submit"
          [attr.aria-disabled]="form().submitting()"
        >
          {{ form().submitting() ? 'Asking…' : sent() ? 'Mail another link' : 'Mail me a link' }}
        </button>
      </form>
      <a footer class="font-medium text-link underline" routerLink="/login">Back to sign in</a>
    </app-auth-page>
  `,
})
export class ForgotPassword {
  private readonly api = inject(MailedLinksApi);

  protected readonly sent = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly form = form(signal({ email: '' }), (path) => emailAddress(path.email, LIMITS.email), {
    submission: { action: () => this.askForLink(), onInvalid: () => focusFirstError(this.form) },
  });

  private askForLink(): Promise<FieldErrors> {
    this.sent.set(false);
    const send = async () => {
      await this.api.forgotPassword(this.form().value());
      this.sent.set(true);
    };
    return sendForm(send, { email: this.form.email }, this.failure);
  }
}
