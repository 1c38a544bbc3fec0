import type { WritableSignal } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { serverErrors } from './server-errors';

/** What a form's submission answers with: errors at its fields, or nothing when it went well. */
export type FieldErrors = ValidationError.WithOptionalFieldTree[] | undefined;

/**
 * Sends a form. What the server finds wrong comes back for its fields; what belongs to none of them becomes a
 * sentence in `failure`.
 */
export async function sendForm(
  send: () => Promise<void>,
  fields: Record<string, FieldTree<string>>,
  failure: WritableSignal<string | null>,
): Promise<FieldErrors> {
  failure.set(null);
  try {
    await send();
    return undefined;
  } catch (error) {
    const found = serverErrors(error, fields);
    failure.set(found.general);
    return found.fields;
  }
}
