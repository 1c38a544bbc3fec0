import { signal } from '@angular/core';
import { type SchemaPath, type SchemaPathTree, hidden, required, validate } from '@angular/forms/signals';
import { LIMITS } from '@ticketing/contracts';
import { type SentForm, sentForm } from '../../core/forms/sent-form';
import { emailAddress, textWithin } from '../../core/forms/text-rules';
import {
  choicesOf,
  type FormFieldDescription,
  type FormFieldKind,
  type Typed,
} from '../registry/field-description';

const NUMBER = /^[1-9]\d*$/;

/** A form of the fields described, for a row or for a new one; `send` gets what stands in those that are shown. */
export function modelForm<T>(
  fields: readonly FormFieldDescription<T>[],
  row: T | null,
  send: (typed: Typed) => Promise<void>,
  draft: Typed = {},
): SentForm<Typed> {
  return sentForm<Typed>(
    signal({ ...startOf(fields, row), ...draft }),
    (path) => {
      for (const field of fields) if (isToBeFilledIn(field, row)) addRules(path, field, row);
    },
    (typed) => send(shownOnly(fields, row, typed)),
  );
}

/** What stands in the fields before anybody has typed. */
export function startOf<T>(fields: readonly FormFieldDescription<T>[], row: T | null): Typed {
  return Object.fromEntries(
    fields.map(({ name, kind, start }) => [name, start?.(row) ?? (kind === 'flag' ? 'false' : '')]),
  );
}

function addRules<T>(path: SchemaPathTree<Typed>, field: FormFieldDescription<T>, row: T | null): void {
  const at = (path as Record<string, SchemaPath<string>>)[field.name]!;
  const { when } = field;
  if (when) hidden(at, { when: ({ valueOf }) => !when(valueOf(path as SchemaPath<Typed>)) });
  const stays = row !== null && (field.keeps?.(row) ?? false);
  RULES[field.kind](at, stays ? { ...field, limits: { max: field.limits?.max ?? Infinity } } : field);
}

type Rule = (
  at: SchemaPath<string>,
  field: Pick<FormFieldDescription, 'label' | 'limits' | 'optional'>,
) => void;

const text: Rule = (at, { label, limits }) => {
  if (limits) textWithin(at, label, limits);
};

const RULES: Record<FormFieldKind, Rule> = {
  text,
  lines: text,
  markdown: text,
  secret: text,
  choice: () => undefined,
  flag: () => undefined,
  person: (at, { optional }) => {
    if (!optional) required(at, { message: 'Choose somebody.' });
  },
  email: (at, { limits = LIMITS.email }) => emailAddress(at, limits),
  url: (at, field) => {
    text(at, field);
    validate(at, ({ value }) =>
      value().trim() === '' || isWebAddress(value())
        ? undefined
        : { kind: 'url', message: 'This does not look like a web address: https://…' },
    );
  },
  number: (at, { label, optional }) =>
    validate(at, ({ value }) => {
      const number = value().trim().replace(/^#/, '');
      if (optional && number === '') return undefined;
      if (NUMBER.test(number) && Number(number) <= LIMITS.id.max) return undefined;
      return { kind: 'number', message: `${label} must be a number.` };
    }),
  choices: (at, { limits }) =>
    validate(at, ({ value }) => {
      const { length } = choicesOf(value());
      if (length < (limits?.min ?? 0)) return { kind: 'choices', message: 'Choose at least one.' };
      const most = limits?.max ?? Infinity;
      return length > most ? { kind: 'choices', message: `Choose no more than ${most}.` } : undefined;
    }),
};

/** Whether a field is there now, be it only to be read. */
export function isShown<T>(field: FormFieldDescription<T>, row: T | null, typed: Typed): boolean {
  return !(field.onlyNew && row !== null) && (field.when?.(typed) ?? true);
}

function isToBeFilledIn<T>(field: FormFieldDescription<T>, row: T | null): boolean {
  return !(field.onlyNew && row !== null) && !field.readOnly?.(row);
}

function shownOnly<T>(fields: readonly FormFieldDescription<T>[], row: T | null, typed: Typed): Typed {
  const asked = fields.filter((field) => isShown(field, row, typed) && isToBeFilledIn(field, row));
  return Object.fromEntries(asked.map(({ name }) => [name, (typed[name] ?? '').trim()]));
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim());
}
