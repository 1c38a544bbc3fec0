import { Component, inject, signal } from '@angular/core';
import { sentenceFor } from '../../core/http/problem';
import { AuthStore } from '../../core/session/auth-store';
import { Button } from '../../ui/button';
import { ButtonRow } from '../../ui/button-row';
import { Notice } from '../../ui/notice';
import { AccountSection } from '../account-section';
import { AccountApi } from '../data/account-api';
import { StateBadge } from '../state-badge';

/** The address, and whether we know that mail reaches it. */
@Component({
  selector: 'app-email-section',
  imports: [AccountSection, Button, ButtonRow, Notice, StateBadge],
  template: `
    @if (me(); as me) {
      <app-account-section heading="E-mail" text="You sign in with it, and answers are announced there.">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="min-w-0 break-all">{{ me.email }}</span>
          <app-state-badge [good]="me.is_email_verified">{{
            me.is_email_verified ? 'Verified' : 'Not verified'
          }}</app-state-badge>
        </p>
        @if (!me.is_email_verified) {
          @if (failure(); as message) {
            <ui-notice kind="danger">{{ message }}</ui-notice>
          }
          @if (sent()) {
            <ui-notice kind="done">A mail is on its way. Press the link in it within an hour.</ui-notice>
          }
          <div uiButtonRow>
            <button uiButton type="button" [attr.aria-disabled]="sending()" (click)="sendLink()">
              Send the link again
            </button>
          </div>
        }
      </app-account-section>
    }
  `,
})
export class EmailSection {
  private readonly api = inject(AccountApi);

  protected readonly me = inject(AuthStore).me;
  protected readonly sending = signal(false);
  protected readonly sent = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected async sendLink(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.sent.set(false);
    this.failure.set(null);
    try {
      await this.api.resendVerification();
      this.sent.set(true);
    } catch (error) {
      this.failure.set(sentenceFor(error));
    } finally {
      this.sending.set(false);
    }
  }
}
