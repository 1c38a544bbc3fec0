import { Component, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { type ForgotPasswordRequest, LIMITS } from '@ticketing/contracts';
import { sentForm } from '../core/forms/sent-form';
import { emailAddress } from '../core/forms/text-rules';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { FormFrame } from '../ui/form-frame';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';
import { MailedLinksApi } from './mailed-links-api';

/** Asks for a link to set a new password. What it says never tells whether the address has an account. */
@Component({
  selector: 'app-forgot-password',
  imports: [AuthPage, Control, Field, FormField, FormFrame, Notice, RouterLink],
  template: `
    <app-auth-page heading="Forgot your password?">
      <ui-form-frame
        wide
        busyLabel="Asking…"
        [submitLabel]="sent() ? 'Mail another link' : 'Mail me a link'"
        [of]="form"
      >
        @if (sent()) {
          <ui-notice kind="done">If there is an account, a mail is on its way.</ui-notice>
        } @else {
          <p class="text-muted">Tell us your address. We mail you a link to set a new password.</p>
        }
        <ui-field label="E-mail" [of]="form.fields.email">
          <input uiControl type="email" autocomplete="username" [formField]="form.fields.email" />
        </ui-field>
      </ui-form-frame>
      <a footer class="font-medium text-link underline" routerLink="/login">Back to sign in</a>
    </app-auth-page>
  `,
})
export class ForgotPassword {
  private readonly api = inject(MailedLinksApi);

  protected readonly sent = signal(false);
  protected readonly form = sentForm(
    { email: '' },
    (path) => emailAddress(path.email, LIMITS.email),
    (typed) => this.askForLink(typed),
  );

  private async askForLink(address: ForgotPasswordRequest): Promise<void> {
    this.sent.set(false);
    await this.api.forgotPassword(address);
    this.sent.set(true);
  }
}
