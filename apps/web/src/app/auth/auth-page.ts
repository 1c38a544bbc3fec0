import { Component, input } from '@angular/core';
import { Logo } from '../ui/logo';

/** The frame of the pages for people who are not signed in. */
@Component({
  selector: 'app-auth-page',
  imports: [Logo],
  template: `
    <main id="main" class="flex min-h-full flex-col items-center justify-center bg-subtle px-4 py-12">
      <div class="w-full max-w-sm">
        <ui-logo class="mb-6 justify-center" />
        <div class="rounded-dialog border border-line bg-raised p-6 shadow-card">
          <h1 class="mb-5 text-h1 font-semibold">{{ heading() }}</h1>
          <ng-content />
        </div>
        <p class="mt-5 text-center text-muted empty:hidden"><ng-content select="[footer]" /></p>
      </div>
    </main>
  `,
  host: { class: 'block h-full' },
})
export class AuthPage {
  readonly heading = input.required<string>();
}
