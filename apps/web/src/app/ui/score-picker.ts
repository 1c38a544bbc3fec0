import { Component, ElementRef, computed, inject, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { uniqueId } from './unique-id';

/** One of a few numbers, of which people need to know only what the first and the last mean. Its value is a text. */
@Component({
  selector: 'ui-score-picker',
  template: `
    <fieldset [attr.aria-describedby]="error() ? errorId : null">
      <legend class="mb-2 font-semibold">{{ label() }}</legend>
      <div class="flex gap-1.5 sm:gap-2">
        @for (score of scores(); track score; let first = $first; let last = $last) {
          <label
            class="flex h-11 min-w-0 flex-1 items-center justify-center gap-1.5 rounded-control border border-field bg-surface font-medium hover:bg-hover has-checked:border-accent has-checked:bg-selected"
          >
            <input
              class="size-4 accent-accent"
              type="radio"
              [name]="id"
              [value]="score"
              [checked]="value() === score"
              [attr.aria-invalid]="error() ? 'true' : null"
              (change)="value.set(score)"
              (blur)="touch.emit()"
            />
            {{ score }}
            @if (first || last) {
              <span class="sr-only">{{ first ? lowest() : highest() }}</span>
            }
          </label>
        }
      </div>
      <p class="mt-1 flex justify-between text-meta text-muted" aria-hidden="true">
        <span>{{ lowest() }}</span>
        <span>{{ highest() }}</span>
      </p>
      @if (error(); as message) {
        <p class="mt-1 text-small text-danger" [id]="errorId">{{ message }}</p>
      }
    </fieldset>
  `,
  host: { class: 'block' },
})
export class ScorePicker implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output();
  readonly touched = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly label = input.required<string>();
  /** From the lowest to the highest. */
  readonly scores = input.required<readonly string[]>();
  /** What the ends mean. */
  readonly lowest = input.required<string>();
  readonly highest = input.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly id = uniqueId('score');
  protected readonly errorId = `${this.id}-error`;
  protected readonly error = computed(() => (this.touched() ? this.errors()[0]?.message : undefined));

  /** Where the cursor comes by the keyboard, too: the chosen one, or else the first. */
  focus(): void {
    const { nativeElement } = this.host;
    nativeElement.querySelector<HTMLElement>('input:checked, input')?.focus();
  }
}
