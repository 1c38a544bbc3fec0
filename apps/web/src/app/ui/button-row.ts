import { Directive, computed, input } from '@angular/core';

/** Buttons side by side. On a phone, or when `wide`, they share the whole width. */
@Directive({
  selector: '[uiButtonRow]',
  host: { '[class]': 'classes()' },
})
export class ButtonRow {
  readonly wide = input(false);

  protected readonly classes = computed(
    () => `flex flex-wrap gap-2 ${this.wide() ? '*:grow' : 'max-sm:*:grow'}`,
  );
}
