import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { fieldProblem, sentenceFor } from '../http/problem';

/** What the server found wrong with a form: errors at their fields, and a sentence when none of them fits. */
export interface ServerErrors {
  fields: ValidationError.WithOptionalFieldTree[];
  general: string | null;
}

/** Sorts an error answer (`errors[].pointer`) to the fields of the form that was sent. */
export function serverErrors(error: unknown, form: Record<string, FieldTree<string>>): ServerErrors {
  const fields = Object.entries(form).flatMap(([name, fieldTree]) => {
    const message = fieldProblem(error, name);
    return message === null ? [] : [{ kind: 'server', message, fieldTree }];
  });
  return { fields, general: fields.length > 0 ? null : sentenceFor(error) };
}
