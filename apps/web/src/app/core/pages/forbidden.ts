import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../../ui/button';

/** A page that exists, but not for this person. */
@Component({
  selector: 'app-forbidden',
  imports: [Button, RouterLink],
  template: `
    <main
      id="main"
      class="flex min-h-full flex-col items-center justify-center p-6 text-center"
      tabindex="-1"
    >
      <p class="text-small font-semibold text-muted">403</p>
      <h1 class="mt-1 text-h1 font-semibold">You have no access to this page</h1>
      <p class="mt-2 max-w-sm text-muted">Only admins see it. Ask one of them if you need it.</p>
      <a class="mt-6" uiButton look="primary" routerLink="/tickets">Go to the tickets</a>
    </main>
  `,
})
export class Forbidden {}
