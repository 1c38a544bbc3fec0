import type { FieldTree } from '@angular/forms/signals';

/** Moves focus to the first field with an error, in the order of the form. */
export function focusFirstError<T>(form: FieldTree<T>): void {
  form().errorSummary()[0]?.fieldTree().focusBoundControl();
}
