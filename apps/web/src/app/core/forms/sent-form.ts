import { type WritableSignal, signal } from '@angular/core';
import { type FieldTree, type SchemaFn, form } from '@angular/forms/signals';
import { focusFirstError } from './focus-first-error';
import { sendForm } from './send-form';

/** A form of texts that goes to the server. */
export interface SentForm<T> {
  readonly fields: FieldTree<T>;
  /** What went wrong with the last sending and belongs to no field. */
  readonly failure: WritableSignal<string | null>;
}

/**
 * Makes a form that starts with these texts, checks them by the rules, and is sent by `send`. While a rule is
 * broken it is not sent, and the cursor goes to the first field that is wrong.
 */
export function sentForm<T extends Record<string, string>>(
  start: T,
  rules: SchemaFn<T>,
  send: (value: T) => Promise<void>,
): SentForm<T> {
  const failure = signal<string | null>(null);
  const fields: FieldTree<T> = form(signal(start), rules, {
    submission: {
      action: () => sendForm(() => send(fields().value()), fieldsByName(fields, start), failure),
      onInvalid: () => focusFirstError(fields),
    },
  });
  return { fields, failure };
}

function fieldsByName<T extends Record<string, string>>(
  fields: FieldTree<T>,
  start: T,
): Record<string, FieldTree<string>> {
  const byName = fields as unknown as Record<string, FieldTree<string>>;
  return Object.fromEntries(Object.keys(start).map((name) => [name, byName[name]!]));
}
