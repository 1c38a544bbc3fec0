import { type WritableSignal, isWritableSignal, signal } from '@angular/core';
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
 * Makes a form that starts with these texts (or a signal of them, where inputs decide), checks them by the rules,
 * and is sent by `send`. While a rule is broken it is not sent, and the cursor goes to the first field that is wrong.
 */
export function sentForm<T extends Record<string, string>>(
  start: T | WritableSignal<T>,
  rules: SchemaFn<T>,
  send: (value: T) => Promise<void>,
): SentForm<T> {
  const failure = signal<string | null>(null);
  const texts: WritableSignal<T> = isWritableSignal(start) ? start : signal(start);
  const fields: FieldTree<T> = form(texts, rules, {
    submission: {
      action: () => sendForm(() => send(texts()), fieldsByName(fields, texts()), failure),
      onInvalid: () => focusFirstError(fields),
    },
  });
  return { fields, failure };
}

function fieldsByName<T extends Record<string, string>>(
  fields: FieldTree<T>,
  texts: T,
): Record<string, FieldTree<string>> {
  const byName = fields as unknown as Record<string, FieldTree<string>>;
  return Object.fromEntries(Object.keys(texts).map((name) => [name, byName[name]!]));
}
