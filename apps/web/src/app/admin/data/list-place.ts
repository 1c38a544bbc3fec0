import type { ParamMap, Params } from '@angular/router';
import type { ChoiceFilter, FilterDescription } from '../registry/filter-description';
import type { ListDescription, ModelDescription, Row } from '../registry/model-description';
import { momentOf } from './filter-days';

/** Where in a list somebody is. All of it stands in the URL. */
export interface ListPlace {
  /** What is chosen, by parameter: a filter has one, or two for the ends of a range. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** Words to search for. */
  q: string;
  /** Key of a column, with a minus for the other direction; null: as the API sends them. */
  sort: string | null;
}

/** The parameters of a filter. */
export function paramsOf(filter: FilterDescription<Row>): string[] {
  return filter.kind === 'dates' ? [filter.after, filter.before] : [filter.key];
}

/** What is chosen of a filter while nobody has chosen anything. */
export function usualOf(filter: FilterDescription<Row>): readonly string[] {
  if (filter.kind === 'flag') return filter.usual === undefined ? [] : [String(filter.usual)];
  return isChoice(filter) ? (filter.usual ?? []) : [];
}

/** Whether a filter is set to something else than usual. */
export function isSet(filter: FilterDescription<Row>, { filters }: ListPlace): boolean {
  return paramsOf(filter).some((param) => {
    const values = filters[param] ?? [];
    return values.length > 0 && !sameSet(values, usualOf(filter));
  });
}

/** The place without what is chosen of a filter. */
export function withoutFilter(filter: FilterDescription<Row>, place: ListPlace): ListPlace {
  const none = Object.fromEntries(paramsOf(filter).map((param) => [param, usualOf(filter)]));
  return { ...place, filters: { ...place.filters, ...none } };
}

/** Reads the place from the URL. */
export function placeFromUrl({ list }: ModelDescription, params: ParamMap): ListPlace {
  const filters = list.filters.flatMap((filter) =>
    paramsOf(filter).map((param) => {
      const chosen = params.getAll(param).filter((value) => value !== '');
      const most = isChoice(filter) && filter.many ? undefined : 1;
      return [param, chosen.length > 0 ? chosen.slice(0, most) : usualOf(filter)] as const;
    }),
  );
  const sort = params.get('sort');
  return {
    filters: Object.fromEntries(filters),
    q: list.search ? (params.get('q') ?? '') : '',
    sort: sortedColumn(list, sort) ? sort : null,
  };
}

/** Writes a place as query parameters; what is as usual stays out. */
export function placeToUrl({ list }: ModelDescription, { filters, q, sort }: ListPlace): Params {
  const chosen = list.filters.flatMap((filter) =>
    paramsOf(filter).map((param) => {
      const values = filters[param] ?? [];
      return [param, values.length === 0 || sameSet(values, usualOf(filter)) ? null : values] as const;
    }),
  );
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
  const chosen = list.filters.flatMap((filter) =>
    paramsOf(filter).map((param) => [param, requestedOf(filter, param, filters[param] ?? [])] as const),
  );
  const asked = [...chosen, ['q', q] as const, ['sort', requestedSort(list, sort)] as const];
  return Object.fromEntries(asked.filter(([, value]) => value.length > 0));
}

function requestedOf(
  filter: FilterDescription<Row>,
  param: string,
  values: readonly string[],
): readonly string[] {
  if (filter.kind !== 'dates') return values;
  return values.flatMap((day) => momentOf(day, param === filter.after ? 'start' : 'end') ?? []);
}

function requestedSort(list: ListDescription<Row>, sort: string | null): string {
  const column = sortedColumn(list, sort);
  return column ? `${sort?.startsWith('-') ? '-' : ''}${column.sortKey ?? column.key}` : '';
}

function sortedColumn({ columns }: ListDescription<Row>, sort: string | null) {
  return columns.find(({ key, sortable }) => sortable && key === sort?.replace(/^-/, ''));
}

/** Whether it is about a closed set. */
export function isChoice(filter: FilterDescription<Row>): filter is ChoiceFilter<Row> {
  return filter.kind === undefined || filter.kind === 'choice';
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
