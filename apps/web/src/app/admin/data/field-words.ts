import type { FormFieldDescription } from '../registry/field-description';
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
    labelOf: (field) => filledIn.get(field)?.label ?? labels.get(field) ?? plainWords(field),
    valueOf: (field, value) => value && wordsFor(filledIn.get(field), value),
  };
}

function wordsFor(field: FormFieldDescription<Row> | undefined, value: string): string {
  if (value === 'true') return 'Yes';
  if (value === 'false') return 'No';
  return field?.options?.find((option) => option.value === value)?.label ?? value;
}

/** `is_active`: `Active`; `assigned_to`: `Assigned to`. */
function plainWords(field: string): string {
  const words = field.replace(/^(is|has)_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
