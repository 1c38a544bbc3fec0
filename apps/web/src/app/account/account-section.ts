import { Component, type ElementRef, input, viewChild } from '@angular/core';
import { uniqueId } from '../ui/unique-id';

/** One part of the account: its heading, what it is for, and what can be done. A `badge` stands beside the heading. */
@Component({
  selector: 'app-account-section',
  template: `
    <section
      class="flex flex-col gap-4 rounded-card border border-line bg-raised p-4 sm:p-6"
      [attr.aria-labelledby]="headingId"
    >
      <div>
        <div class="flex items-center gap-2">
          <h2 #title class="text-title font-semibold outline-none" tabindex="-1" [id]="headingId">
            {{ heading() }}
          </h2>
          <ng-content select="[badge]" />
        </div>
        <p class="mt-0.5 text-muted empty:hidden">{{ text() }}</p>
      </div>
      <ng-content />
    </section>
  `,
  host: { class: 'block scroll-mt-4' },
})
export class AccountSection {
  readonly heading = input.required<string>();
  readonly text = input('');

  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly headingId = uniqueId('section');

  /** Where the cursor goes when what had it is gone. */
  focus(): void {
    this.title().nativeElement.focus({ preventScroll: true });
  }
}
