import { Directive, computed, inject } from '@angular/core';
import { Field } from './field';

/** The look of inputs, text areas and selects. Inside a `ui-field` it also ties label, hint and error to the control. */
@Directive({
  selector: 'input[uiControl], textarea[uiControl], select[uiControl]',
  host: {
    class:
      'block w-full rounded-control border border-field bg-surface px-2.5 text-body max-lg:text-title placeholder:text-faint [&:not(textarea)]:h-8 max-lg:[&:not(textarea)]:h-11 [textarea&]:py-2 aria-invalid:border-danger disabled:opacity-60',
    '[attr.id]': 'field?.controlId',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': 'invalid()',
  },
})
export class Control {
  protected readonly field = inject(Field, { optional: true });
  protected readonly invalid = computed(() => (this.field?.error() ? 'true' : null));
}
