import type { ParamMap, Params } from '@angular/router';
import type { ModelDescription } from '../registry/model-description';

/** Where in a list somebody is. All of it stands in the URL. */
export interface ListPlace {
  /** What is chosen of each filter, by its key. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** Words to search for. */
  q: string;
  /** Key of a column, with a minus for the other direction; null: as the API sends them. */
  sort: string | null;
}

/** Reads the place from the URL. */
export function placeFromUrl({ list }: ModelDescription, params: ParamMap): ListPlace {
  const filters = list.filters.map(({ key, many, usual = [] }) => {
    const chosen = params.getAll(key).filter((value) => value !== '');
    return [key, chosen.length > 0 ? chosen.slice(0, many ? undefined : 1) : usual] as const;
  });
  const sort = params.get('sort');
  const sortable = list.columns.some(({ key, sortable }) => sortable && key === sort?.replace(/^-/, ''));
  return {
    filters: Object.fromEntries(filters),
    q: list.search ? (params.get('q') ?? '') : '',
    sort: sortable ? sort : null,
  };
}

/** Writes a place as query parameters; what is as usual stays out. */
export function placeToUrl({ list }: ModelDescription, { filters, q, sort }: ListPlace): Params {
  const chosen = list.filters.map(({ key, usual = [] }) => {
    const values = filters[key] ?? [];
    return [key, values.length === 0 || sameSet(values, usual) ? null : values] as const;
  });
  return { ...Object.fromEntries(chosen), q: q || null, sort };
}

/** Whether something narrows the list more than usual. */
export function isNarrowed(model: ModelDescription, place: ListPlace): boolean {
  return Object.values(placeToUrl(model, { ...place, sort: null })).some((value) => value !== null);
}

/** The parameters that the API gets for a place: none for a list that comes whole. */
export function requestParams(
  { list }: ModelDescription,
  { filters, q, sort }: ListPlace,
): Record<string, string | readonly string[]> {
  if (list.whole) return {};
  const asked = [...Object.entries(filters), ['q', q] as const, ['sort', sort ?? ''] as const];
  return Object.fromEntries(asked.filter(([, value]) => value.length > 0));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
