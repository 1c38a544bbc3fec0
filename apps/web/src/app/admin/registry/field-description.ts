import type { Role, UserRef } from '@ticketing/contracts';
import type { TextLimits } from '../../core/forms/text-rules';
import type { IconName } from '../../ui/icon-paths';
import type { AdminApi } from '../data/admin-api';

/** A state in a word. */
export interface BadgeValue {
  label: string;
  tone: 'good' | 'bad' | 'new' | 'busy' | 'waiting' | 'quiet';
  /** Its shape; that of its tone, unless said otherwise. */
  icon?: IconName;
}

/** A way to something else in the app. */
export interface LinkValue {
  label: string;
  path: string;
  /** What stands behind the `?` of the address: a list with its filters. */
  params?: Record<string, string>;
}

/** What is shown for each kind of field; null where there is nothing. */
interface Values {
  text: string | null;
  /** What people wrote with signs for bold and lists: drawn on pages, as plain text in lists. */
  markdown: string | null;
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

/** What can be chosen of something that the API knows: asked when somebody is to choose. */
export type OptionsOf = (api: AdminApi) => Promise<readonly Option[]>;

/** What stands in a form, by field. Several choices are one text, separated by spaces; yes and no are words. */
export type Typed = Record<string, string>;

/**
 * How a field is filled in. A `secret` is not filled in for people by browsers; `lines` is a text of several lines,
 * `markdown` one with a preview; `choices` may be several; `flag` is a check box, `true` or `false`; a `person` is
 * found by name, and is an id.
 */
export type FormFieldKind =
  | 'text'
  | 'lines'
  | 'markdown'
  | 'email'
  | 'url'
  | 'secret'
  | 'number'
  | 'choice'
  | 'choices'
  | 'flag'
  | 'person';

/** A field as it is filled in. */
export interface FormFieldDescription<T = unknown> {
  /** As the API calls it, in bodies and in `errors[].pointer`. */
  name: string;
  label: string;
  hint?: string | ((typed: Typed) => string);
  kind: FormFieldKind;
  limits?: TextLimits;
  /** What can be chosen; of `choices`, it may have to be loaded. */
  options?: readonly Option[] | OptionsOf;
  /** Heading over it and those that follow, until another one names its own. */
  section?: string;
  /** What stands there at first; nothing, unless said otherwise. */
  start?(row: T | null): string;
  /** Of a `person`: who stands there at first, by name. */
  startsWith?(row: T | null): UserRef | null;
  /** Of a `person`: only people with that role are found. */
  role?: Role;
  /** May be left empty, where a kind would ask for something: nobody instead of a person, no number. */
  optional?: boolean;
  /** Whether it is asked for at all, by what else stands in the form. */
  when?(typed: Typed): boolean;
  /** Asked for only while a new one is made. */
  onlyNew?: boolean;
  /** Shown, but not to be changed, and not sent. */
  readOnly?(row: T | null): boolean;
  /** Left empty, it stays as it is. */
  keeps?(row: T): boolean;
}

/** What can be chosen of a field, unless that has to be loaded. */
export function fixedOptions({
  options,
}: Pick<FormFieldDescription, 'options'>): readonly Option[] | undefined {
  return typeof options === 'function' ? undefined : options;
}

/** Several choices of a form. */
export function choicesOf(text: string): string[] {
  return text.split(' ').filter((choice) => choice !== '');
}
