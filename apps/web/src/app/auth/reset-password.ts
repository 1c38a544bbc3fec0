import { Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { LIMITS } from '@ticketing/contracts';
import { focusFirstError } from '../core/forms/focus-first-error';
import { passwordWithin } from '../core/forms/password-rule';
import { type FieldErrors, sendForm } from '../core/forms/send-form';
import { AuthStore } from '../core/session/auth-store';
import { Button } from '../ui/button';
import { Control } from '../ui/control';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';
import { MailedLinksApi } from './mailed-links-api';

/** Where the mailed link leads: sets a new password, which ends all sessions. */
@Component({
  selector: 'app-reset-password',
  imports: [AuthPage, Button, Control, Field, FormField, FormRoot, Notice, RouterLink],
  template: `
    <app-auth-page heading="Set a new password">
      <form class="flex flex-col gap-4" [formRoot]="form">
        @if (failure(); as message) {
          <ui-notice kind="danger">{{ message }}</ui-notice>
        }
        <ui-field label="New password" [hint]="hint" [of]="form.new_password">
          <input uiControl type="password" autocomplete="new-password" [formField]="form.new_password" />
        </ui-field>
        <button
          class="justify-center"
          uiButton
          look="primary"
          type="submit"
          [attr.aria-disabled]="form().submitting()"
        >
          {{ form().submitting() ? 'Saving…' : 'Set password' }}
        </button>
      </form>
      <ng-container footer>
        Link too old?
        <a class="font-medium text-link underline" routerLink="/forgot-password">Ask for a new one</a>
      </ng-container>
    </app-auth-page>
  `,
})
export class ResetPassword {
  /** From the mail; part of the address. */
  readonly token = input.required<string>();

  private readonly api = inject(MailedLinksApi);
  private readonly auth = inject(AuthStore);
  private readonly router = inject(Router);

  protected readonly hint = `At least ${LIMITS.password.min} characters. All devices are signed out.`;
  protected readonly failure = signal<string | null>(null);
  protected readonly form = form(
    signal({ new_password: '' }),
    (path) => passwordWithin(path.new_password, LIMITS.password, 'New password'),
    { submission: { action: () => this.setPassword(), onInvalid: () => focusFirstError(this.form) } },
  );

  private setPassword(): Promise<FieldErrors> {
    const send = async () => {
      await this.api.resetPassword({ token: this.token(), ...this.form().value() });
      this.auth.forgetSession();
      // Not to be found by going back: the link is used up.
      await this.router.navigate(['/login'], { queryParams: { notice: 'password-set' }, replaceUrl: true });
    };
    return sendForm(send, { new_password: this.form.new_password }, this.failure);
  }
}
