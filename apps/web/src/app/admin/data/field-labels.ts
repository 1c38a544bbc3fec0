import type { ModelDescription } from '../registry/model-description';

/** What a model calls its fields, by the names of the API. */
export function labelsOf({ form, list, sections }: ModelDescription): Record<string, string> {
  const read = [...list.columns, ...sections.flatMap(({ fields = [] }) => fields)];
  const filledIn = form?.fields ?? [];
  return Object.fromEntries([
    ...read.map(({ key, label }) => [key, label] as const),
    ...filledIn.map(({ name, label }) => [name, label] as const),
  ]);
}
