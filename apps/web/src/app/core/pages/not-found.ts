import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../../ui/button';

/** An address that leads nowhere. */
@Component({
  selector: 'app-not-found',
  imports: [Button, RouterLink],
  template: `
    <main
      id="main"
      class="flex min-h-full flex-col items-center justify-center p-6 text-center"
      tabindex="-1"
    >
      <p class="text-small font-semibold text-muted">404</p>
      <h1 class="mt-1 text-h1 font-semibold">This page does not exist</h1>
      <p class="mt-2 max-w-sm text-muted">The address may be mistyped, or what was here is gone.</p>
      <a class="mt-6" uiButton look="primary" routerLink="/tickets">Go to the tickets</a>
    </main>
  `,
})
export class NotFound {}
