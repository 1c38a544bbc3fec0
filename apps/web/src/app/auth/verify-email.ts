import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { sentenceFor } from '../core/http/problem';
import { AuthStore } from '../core/session/auth-store';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { AuthPage } from './auth-page';
import { MailedLinksApi } from './mailed-links-api';

/**
 * Where the mailed link leads. A press confirms: programs that open every link of a mail must not verify the
 * address of somebody who never asked for it.
 */
@Component({
  selector: 'app-verify-email',
  imports: [AuthPage, Button, Notice, RouterLink],
  template: `
    <app-auth-page heading="Verify your e-mail address">
      <div class="flex flex-col gap-4">
        @switch (state()) {
          @case ('verified') {
            <ui-notice kind="done">Your address is verified.</ui-notice>
            <a class="justify-center" uiButton look="primary" [routerLink]="wayOn()">{{ wayOnWords() }}</a>
          }
          @default {
            @if (failure(); as message) {
              <ui-notice kind="danger">{{ message }}</ui-notice>
            } @else {
              <p class="text-muted">So that we know that answers reach you here.</p>
            }
            <button
              class="justify-center"
              uiButton
              look="primary"
              type="button"
              [attr.aria-disabled]="state() === 'asking'"
              (click)="verify()"
            >
              {{ state() === 'asking' ? 'Verifying…' : 'Verify this address' }}
            </button>
          }
        }
      </div>
      <ng-container footer>
        @if (failure()) {
          Get a new link in <a class="font-medium text-link underline" routerLink="/account">your account</a>.
        }
      </ng-container>
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
      this.failure.set(sentenceFor(error));
      return;
    }
    // The profile says so from now on, too.
    if (this.signedIn()) await this.auth.refresh();
  }
}
