import { Component, computed, inject, input, signal } from '@angular/core';
import { isProblemOf, sentenceFor } from '../core/http/problem';
import { AuthStore } from '../core/session/auth-store';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';
import { LINK_NOT_GOOD, MailedLinksApi } from './mailed-links-api';
import { WayOn } from './way-on';

/**
 * Where the mailed link leads. A press confirms: programs that open every link of a mail must not verify the
 * address of somebody who never asked for it.
 */
@Component({
  selector: 'app-verify-email',
  imports: [AuthPage, Button, Notice, WayOn],
  template: `
    <app-auth-page heading="Verify your e-mail address">
      <div class="flex flex-col gap-4">
        @if (deadLink(); as message) {
          <app-way-on kind="danger" target="/account" [message]="message">
            Get a new link in your account
          </app-way-on>
        } @else if (state() === 'verified') {
          <app-way-on kind="done" message="Your address is verified." [target]="wayOn()">
            {{ wayOnWords() }}
          </app-way-on>
        } @else {
          @if (failure(); as message) {
            <ui-notice kind="danger">{{ message }}</ui-notice>
          } @else {
            <p class="text-muted">So that we know that answers reach you here.</p>
          }
          <button
            uiButton
            look="primary"
            type="button"
            [attr.aria-disabled]="state() === 'asking'"
            (click)="verify()"
          >
            {{ state() === 'asking' ? 'Verifying…' : 'Verify this address' }}
          </button>
        }
      </div>
    </app-auth-page>
  `,
})
export class VerifyEmail {
  /** From the mail; part of the address. */
  readonly token = input.required<string>();

  private readonly api = inject(MailedLinksApi);
  private readonly auth = inject(AuthStore);

  protected readonly state = signal<'waiting' | 'asking' | 'verified'>('waiting');
  protected readonly failure = signal<string | null>(null);
  /** What the server says about a link that leads nowhere any more. */
  protected readonly deadLink = signal<string | null>(null);
  private readonly signedIn = computed(() => this.auth.me() !== null);
  protected readonly wayOn = computed(() => (this.signedIn() ? '/tickets' : '/login'));
  protected readonly wayOnWords = computed(() => (this.signedIn() ? 'Go to the tickets' : 'Sign in'));

  protected async verify(): Promise<void> {
    if (this.state() === 'asking') return;
    this.state.set('asking');
    this.failure.set(null);
    try {
      await this.api.verifyEmail({ token: this.token() });
      this.state.set('verified');
    } catch (error) {
      this.state.set('waiting');
      const said = isProblemOf(error, LINK_NOT_GOOD) ? this.deadLink : this.failure;
      said.set(sentenceFor(error));
      return;
    }
    // The profile says so from now on, too.
    if (this.signedIn()) await this.auth.refresh();
  }
}
