import { Component, ElementRef, computed, inject, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { uniqueId } from '../../ui/unique-id';
import { choicesOf, type Option } from '../registry/field-description';

/** Several of a closed set, as check boxes. Its value is one text, separated by spaces. */
@Component({
  selector: 'app-choices-field',
  template: `
    <fieldset [attr.aria-describedby]="describedBy()">
      <legend class="text-small font-medium">{{ label() }}</legend>
      @if (hint()) {
        <p class="text-small text-muted" [id]="hintId">{{ hint() }}</p>
      }
      <div class="mt-1 grid gap-x-4 sm:grid-cols-2">
        @for (option of options(); track option.value) {
          <label class="flex min-h-7 items-center gap-2 max-lg:min-h-11">
            <input
              class="size-4 accent-accent"
              type="checkbox"
              [checked]="chosen().includes(option.value)"
              (blur)="touch.emit()"
              (change)="toggle(option.value)"
            />
            {{ option.label }}
          </label>
        }
      </div>
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

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly id = uniqueId('choices');
  protected readonly hintId = `${this.id}-hint`;
  protected readonly errorId = `${this.id}-error`;
  protected readonly chosen = computed(() => choicesOf(this.value()));
  protected readonly error = computed(() => (this.touched() ? this.errors()[0]?.message : undefined));
  protected readonly describedBy = computed(() => {
    const ids = [this.hint() && this.hintId, this.error() && this.errorId].filter(Boolean);
    return ids.join(' ') || null;
  });

  focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }

  /** In the order of the options, so that the same choice is the same text. */
  protected toggle(value: string): void {
    const chosen = this.chosen();
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    const order = this.options().map((option) => option.value);
    this.value.set(order.filter((option) => next.includes(option)).join(' '));
  }
}
