import { Component, computed, input, signal } from '@angular/core';

/** As much is shown at first. */
const SHOWN = 300;

/** A text as it was written, the rest of a long one folded away. */
@Component({
  selector: 'app-long-text',
  template: `
    <p class="rounded-control bg-subtle px-2.5 py-1.5 wrap-anywhere whitespace-pre-wrap">{{ shown() }}</p>
    @if (isLong()) {
      <button
        class="min-h-6 text-small font-medium text-muted underline hover:text-text max-lg:min-h-11"
        type="button"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        {{ open() ? 'Less' : 'All of it' }}
      </button>
    }
  `,
  host: { class: 'block' },
})
export class LongText {
  readonly text = input.required<string>();

  protected readonly open = signal(false);
  protected readonly isLong = computed(() => this.text().length > SHOWN);
  protected readonly shown = computed(() =>
    this.isLong() && !this.open() ? `${this.text().slice(0, SHOWN).trimEnd()}…` : this.text(),
  );
}
