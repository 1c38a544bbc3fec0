import { Component, ElementRef, computed, inject, input, model, output, signal } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { Control } from '../../ui/control';
import { uniqueId } from '../../ui/unique-id';
import { choicesOf, type Option } from '../registry/field-description';
import type { FormOptions } from './form-options';

/** More than these are found by typing. */
const MANY = 12;

/** Several of a closed set, as check boxes. Its value is one text, separated by spaces. */
@Component({
  selector: 'app-choices-field',
  imports: [Control],
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend class="text-small font-medium">{{ label() }}</legend>
      @if (hint()) {
        <p class="text-small text-muted" [id]="hintId">{{ hint() }}</p>
      }
      @if (options().length > many) {
        <input
          uiControl
          class="my-1"
          type="search"
          autocomplete="off"
          placeholder="Find"
          [attr.aria-label]="'Find in ' + label()"
          (input)="find($event)"
          (keydown.enter)="$event.preventDefault()"
        />
      }
      <div
        class="mt-1 grid gap-x-4 sm:grid-cols-2"
        [class]="options().length > many ? 'max-h-60 overflow-y-auto' : ''"
      >
        @for (option of found(); track option.value) {
          <label class="flex min-h-7 min-w-0 items-center gap-2 wrap-anywhere max-lg:min-h-11">
            <input
              class="size-4 shrink-0 accent-accent"
              type="checkbox"
              [checked]="chosen().includes(option.value)"
              (blur)="touch.emit()"
              (change)="toggle(option.value)"
            />
            {{ option.label }}
          </label>
        }
      </div>
      @switch (state()) {
        @case ('loading') {
          <p class="text-small text-muted" role="status">Loading…</p>
        }
        @case ('failed') {
          <p class="text-small text-danger" role="alert">
            {{ label() }} could not be loaded.
            <button
              class="min-h-6 font-medium underline max-lg:min-h-11"
              type="button"
              (click)="again.emit()"
            >
              Try again
            </button>
          </p>
        }
        @default {
          @if (found().length === 0) {
            <p class="text-small text-muted" role="status">
              {{ options().length === 0 ? 'There is nothing to choose from yet.' : 'Nothing has that name.' }}
            </p>
          }
        }
      }
      @if (error(); as message) {
        <p class="mt-1 text-small text-danger" [id]="errorId">{{ message }}</p>
      }
    </fieldset>
  `,
  host: { class: 'block' },
})
export class ChoicesField implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output();
  readonly touched = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly options = input.required<readonly Option[]>();
  /** Whether what can be chosen is there yet. */
  readonly state = input<FormOptions['state']>('there');
  /** Somebody wants it to be loaded again. */
  readonly again = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly id = uniqueId('choices');
  protected readonly hintId = `${this.id}-hint`;
  protected readonly errorId = `${this.id}-error`;
  protected readonly many = MANY;
  private readonly words = signal('');
  /** What is chosen can always be seen. */
  protected readonly found = computed(() =>
    this.options().filter(
      ({ label, value }) => folded(label).includes(this.words()) || this.chosen().includes(value),
    ),
  );
  protected readonly chosen = computed(() => choicesOf(this.value()));
  protected readonly error = computed(() => (this.touched() ? this.errors()[0]?.message : undefined));
  protected readonly describedBy = computed(() => {
    const ids = [this.hint() && this.hintId, this.error() && this.errorId].filter(Boolean);
    return ids.join(' ') || null;
  });

  focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }

  protected find(event: Event): void {
    this.words.set(folded((event.target as HTMLInputElement).value));
  }

  /** In the order of the options, so that the same choice is the same text. */
  protected toggle(value: string): void {
    const chosen = this.chosen();
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    const order = this.options().map((option) => option.value);
    this.value.set(order.filter((option) => next.includes(option)).join(' '));
  }
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
