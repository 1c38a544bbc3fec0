import { Component, input } from '@angular/core';
import { uniqueId } from '../../ui/unique-id';

/** One part of a page. What can be done with it stands beside its heading, marked `beside`. */
@Component({
  selector: 'app-admin-section',
  template: `
    <section class="rounded-card border border-line bg-raised p-4 sm:p-5" [attr.aria-labelledby]="headingId">
      <div class="mb-4 flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 class="text-title font-semibold" [id]="headingId">{{ heading() }}</h2>
        <ng-content select="[beside]" />
      </div>
      <ng-content />
    </section>
  `,
  host: { class: 'block' },
})
export class AdminSection {
  readonly heading = input.required<string>();
  protected readonly headingId = uniqueId('section');
}
