import { Component, computed, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { uniqueId } from './unique-id';

/** A labelled form field: label, control, hint, and what is wrong once the person has left it. */
@Component({
  selector: 'ui-field',
  template: `
    <label class="block text-small font-medium" [attr.for]="controlId">{{ label() }}</label>
    @if (hint()) {
      <p class="text-small text-muted" [id]="hintId">{{ hint() }}</p>
    }
    <div class="mt-1"><ng-content /></div>
    @if (error(); as message) {
      <p class="mt-1 text-small text-danger" [id]="errorId">{{ message }}</p>
    }
  `,
  host: { class: 'block' },
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');
  /** The field of the form whose errors are shown. */
  readonly of = input<FieldTree<string>>();

  readonly controlId = uniqueId('field');
  protected readonly errorId = `${this.controlId}-error`;
  protected readonly hintId = `${this.controlId}-hint`;

  readonly error = computed(() => {
    const state = this.of()?.();
    return state?.touched() ? state.errors()[0]?.message : undefined;
  });
  /** Ids of what describes the control now: the hint, and the error if there is one. */
  readonly describedBy = computed(() => {
    const ids = [this.hint() && this.hintId, this.error() && this.errorId].filter(Boolean);
    return ids.join(' ') || null;
  });
}
