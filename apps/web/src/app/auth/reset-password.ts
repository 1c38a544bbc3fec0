import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LIMITS } from '@ticketing/contracts';
import { PasswordField } from '../core/forms/password-field';
import { passwordWithin } from '../core/forms/password-rule';
import { sentForm } from '../core/forms/sent-form';
import { isProblemOf, sentenceFor } from '../core/http/problem';
import { AuthStore } from '../core/session/auth-store';
import { FormFrame } from '../ui/form-frame';
import { AuthPage } from './auth-page';
import { LINK_NOT_GOOD, MailedLinksApi } from './mailed-links-api';
import { WayOn } from './way-on';

/** Where the mailed link leads: sets a new password, which ends all sessions. */
@Component({
  selector: 'app-reset-password',
  imports: [AuthPage, FormFrame, PasswordField, RouterLink, WayOn],
  template: `
    <app-auth-page heading="Set a new password">
      @if (deadLink(); as message) {
        <app-way-on kind="danger" target="/forgot-password" [message]="message"
          >Ask for a new link</app-way-on
        >
      } @else {
        <ui-form-frame wide submitLabel="Set password" busyLabel="Saving…" [of]="form">
          <app-password-field
            autocomplete="new-password"
            label="New password"
            [hint]="hint"
            [of]="form.fields.new_password"
          />
        </ui-form-frame>
      }
      <ng-container footer>
        @if (deadLink()) {
          <a class="font-medium text-link underline" routerLink="/login">Back to sign in</a>
        } @else {
          Link too old?
          <a class="font-medium text-link underline" routerLink="/forgot-password">Ask for a new one</a>
        }
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
  /** What the server says about a link that leads nowhere any more. */
  protected readonly deadLink = signal<string | null>(null);
  protected readonly form = sentForm(
    { new_password: '' },
    (path) => passwordWithin(path.new_password, LIMITS.password, 'New password'),
    ({ new_password }) => this.setPassword(new_password),
  );

  private async setPassword(new_password: string): Promise<void> {
    try {
      await this.api.resetPassword({ token: this.token(), new_password });
    } catch (error) {
      if (!isProblemOf(error, LINK_NOT_GOOD)) throw error;
      this.deadLink.set(sentenceFor(error));
      return;
    }
    this.auth.forgetSession();
    // Not to be found by going back: the link is used up.
    await this.router.navigate(['/login'], { queryParams: { notice: 'password-set' }, replaceUrl: true });
  }
}
