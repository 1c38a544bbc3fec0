import type { UserRef } from '@ticketing/contracts';
import type { TextLimits } from '../../core/forms/text-rules';

/** A state in a word. */
export interface BadgeValue {
  label: string;
  tone: 'good' | 'bad' | 'waiting' | 'quiet';
}

/** A way to something else in the app. */
export interface LinkValue {
  label: string;
  path: string;
}

/** What is shown for each kind of field; null where there is nothing. */
interface Values {
  text: string | null;
  /** Of machines: set in a type of equal widths. */
  code: string | null;
  number: number | null;
  /** ISO 8601. */
  time: string | null;
  /** The same, but it is yet to come. */
  due: string | null;
  badge: BadgeValue | null;
  link: LinkValue | null;
  person: UserRef | null;
}

export type FieldKind = keyof Values;

/** A field as it is read: of a list or of a page. */
export type FieldDescription<T> = {
  [K in FieldKind]: { kind: K; key: string; label: string; value(row: T): Values[K] };
}[FieldKind];

/** A value with its kind. */
export type ShownValue = { [K in FieldKind]: { kind: K; value: Values[K] } }[FieldKind];

/** What a field shows of a row. */
export function valueOf<T>(field: FieldDescription<T>, row: T): ShownValue {
  return { kind: field.kind, value: field.value(row) } as ShownValue;
}

/** Something to choose. */
export interface Option {
  value: string;
  label: string;
}

/** What stands in a form, by field. Several choices are one text, separated by spaces. */
export type Typed = Record<string, string>;

/** A field as it is filled in. */
export interface FormFieldDescription<T = unknown> {
  /** As the API calls it, in bodies and in `errors[].pointer`. */
  name: string;
  label: string;
  hint?: string | ((typed: Typed) => string);
  /** `secret` is not filled in for people by browsers; `choices` may be several; a `person` is found by name. */
  kind: 'text' | 'email' | 'url' | 'secret' | 'number' | 'choice' | 'choices' | 'person';
  limits?: TextLimits;
  options?: readonly Option[];
  /** What stands there at first; nothing, unless said otherwise. */
  start?(row: T | null): string;
  /** Whether it is asked for at all, by what else stands in the form. */
  when?(typed: Typed): boolean;
  /** Asked for only while a new one is made. */
  onlyNew?: boolean;
  /** Left empty, it stays as it is. */
  keeps?(row: T): boolean;
}

/** Several choices of a form. */
export function choicesOf(text: string): string[] {
  return text.split(' ').filter((choice) => choice !== '');
}
