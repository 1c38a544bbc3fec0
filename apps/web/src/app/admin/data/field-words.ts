import { fixedOptions, type FormFieldDescription } from '../registry/field-description';
import type { ModelDescription, Row } from '../registry/model-description';

/** How people name fields and their values, which the audit log keeps as the API calls them. */
export interface FieldWords {
  labelOf(field: string): string;
  valueOf(field: string, value: string | null): string | null;
}

/** The words of one model; of none: made from the names of the API. */
export function fieldWordsOf(model?: ModelDescription): FieldWords {
  const filledIn = new Map((model?.form?.fields ?? []).map((field) => [field.name, field]));
  const read = model ? [...model.list.columns, ...model.sections.flatMap(({ fields = [] }) => fields)] : [];
  const labels = new Map(read.map(({ key, label }) => [key, label]));
  return {
    labelOf: (field) => labelIn(filledIn.get(field)) ?? labels.get(field) ?? plainWords(field),
    valueOf: (field, value) => value && wordsFor(filledIn.get(field), value),
  };
}

/** Whether it may be left empty says nothing about what was changed. */
function labelIn(field: FormFieldDescription<Row> | undefined): string | undefined {
  return field?.label.replace(/ \(optional\)$/, '');
}

function wordsFor(field: FormFieldDescription<Row> | undefined, value: string): string {
  if (value === 'true') return 'Yes';
  if (value === 'false') return 'No';
  return fixedOptions(field ?? {})?.find((option) => option.value === value)?.label ?? value;
}

/** Where the API has another word than people. */
const WORDS: Readonly<Record<string, string>> = {
  admin_feedback: 'Feedback',
  assigned_to: 'Assignee',
  color: 'Colour',
};

/** `is_active`: `Active`; `first_name`: `First name`. */
function plainWords(field: string): string {
  if (WORDS[field] !== undefined) return WORDS[field];
  const words = field.replace(/^(is|has)_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
