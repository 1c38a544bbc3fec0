import { fixedOptions, type FormFieldDescription, type Typed } from '../registry/field-description';
import type { ModelDescription, Row } from '../registry/model-description';
import { startOf } from './model-form-rules';

/** Under which name the draft of a form is kept. */
export function draftNameOf({ key }: ModelDescription, row: Row | null): string {
  return `admin.${key}.${row?.id ?? 'new'}`;
}

/**
 * What was typed into fields that started otherwise: only that is kept and put back, so that a draft does not undo
 * what others have changed since. Secrets are not kept.
 */
export function typedOnly(
  fields: readonly FormFieldDescription<Row>[],
  row: Row | null,
  texts: Typed,
): Typed {
  const start = startOf(fields, row);
  const typed = fields.filter(({ name, kind }) => kind !== 'secret' && texts[name] !== start[name]);
  return Object.fromEntries(typed.map(({ name }) => [name, texts[name] ?? '']));
}

/** A draft as far as there are fields for it: the description may have changed since. */
export function draftFor(fields: readonly FormFieldDescription<Row>[], draft: Typed): Typed {
  const known = fields.filter(({ name, kind }) => kind !== 'secret' && typeof draft[name] === 'string');
  return Object.fromEntries(known.map(({ name }) => [name, draft[name]!]));
}

/** Fields that somebody else has changed between two readings of a row, as `Name: old -> new`. */
export function changedFields(
  fields: readonly FormFieldDescription<Row>[],
  before: Row,
  now: Row,
): { label: string; from: string; to: string }[] {
  const [old, fresh] = [startOf(fields, before), startOf(fields, now)];
  return fields
    .filter(({ name }) => old[name] !== fresh[name])
    .map(({ name, label, options }) => {
      const words = (text = '') =>
        fixedOptions({ options })?.find(({ value }) => value === text)?.label ?? text;
      return { label, from: words(old[name]), to: words(fresh[name]) };
    });
}
