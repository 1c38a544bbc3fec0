import { Component } from '@angular/core';

/** The mark and the name of the product. */
@Component({
  selector: 'ui-logo',
  template: `
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
      <rect class="fill-accent" width="32" height="32" rx="8" />
      <path
        class="stroke-on-accent"
        d="M7 11.5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v2a2.5 2.5 0 0 0 0 5v2a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-2a2.5 2.5 0 0 0 0-5z"
        fill="none"
        stroke-width="2"
        stroke-linejoin="round"
      />
      <path
        class="stroke-on-accent"
        d="m12.5 16 2.5 2.5 4.5-5"
        fill="none"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
    <span class="text-title font-semibold tracking-tight"><ng-content>Support desk</ng-content></span>
  `,
  host: { class: 'flex items-center gap-2' },
})
export class Logo {}
