import { Location } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Button } from '../../ui/button';
import { AuthStore } from '../session/auth-store';

/** Shown in place of any page while nobody can tell whether the person is still signed in. */
@Component({
  selector: 'app-unreachable',
  imports: [Button],
  template: `
    <main
      id="main"
      class="flex min-h-full flex-col items-center justify-center p-6 text-center"
      tabindex="-1"
    >
      <h1 class="text-h1 font-semibold">The support desk does not answer</h1>
      <p class="mt-2 max-w-sm text-muted" role="status">{{ auth.resumeFailure() }}</p>
      <button
        class="mt-6"
        uiButton
        look="primary"
        type="button"
        [attr.aria-disabled]="trying()"
        (click)="tryAgain()"
      >
        {{ trying() ? 'Trying…' : 'Try again' }}
      </button>
    </main>
  `,
})
export class Unreachable {
  private readonly location = inject(Location);
  private readonly router = inject(Router);
  protected readonly auth = inject(AuthStore);

  protected readonly trying = signal(false);

  protected async tryAgain(): Promise<void> {
    if (this.trying()) return;
    this.trying.set(true);
    await this.auth.resumeAgain();
    this.trying.set(false);
    // The address is still that of the page that one wanted.
    if (this.auth.resumeFailure() === null) await this.router.navigateByUrl(this.location.path(true));
  }
}
