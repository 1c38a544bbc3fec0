import { Component, ElementRef, computed, inject, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { uniqueId } from '../../ui/unique-id';

/** Yes or no, as a check box. Its value is a text, `true` or `false`. */
@Component({
  selector: 'app-flag-field',
  template: `
    <label class="flex min-h-7 items-center gap-2 font-medium max-lg:min-h-11">
      <input
        class="size-4 accent-accent"
        type="checkbox"
        [attr.aria-describedby]="describedBy()"
        [checked]="value() === 'true'"
        (blur)="touch.emit()"
        (change)="value.set(value() === 'true' ? 'false' : 'true')"
      />
      {{ label() }}
    </label>
    @if (hint()) {
      <p class="pl-6 text-small text-muted" [id]="hintId">{{ hint() }}</p>
    }
    @if (error(); as message) {
      <p class="mt-1 text-small text-danger" [id]="errorId">{{ message }}</p>
    }
  `,
  host: { class: 'block' },
})
export class FlagField implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output();
  readonly touched = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly label = input.required<string>();
  readonly hint = input('');

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly id = uniqueId('flag');
  protected readonly hintId = `${this.id}-hint`;
  protected readonly errorId = `${this.id}-error`;
  protected readonly error = computed(() => (this.touched() ? this.errors()[0]?.message : undefined));
  protected readonly describedBy = computed(() => {
    const ids = [this.hint() && this.hintId, this.error() && this.errorId].filter(Boolean);
    return ids.join(' ') || null;
  });

  focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }
}
