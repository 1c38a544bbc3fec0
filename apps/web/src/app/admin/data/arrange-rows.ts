import { valueOf, type ShownValue } from '../registry/field-description';
import type { ListDescription, Row } from '../registry/model-description';
import { filteredValue } from './filter-choices';
import type { ListPlace } from './list-place';

/** Filters and sorts the rows of a list that comes whole. */
export function arrangeRows<T extends Row>(
  list: ListDescription<T>,
  rows: readonly T[],
  { filters, sort }: ListPlace,
): readonly T[] {
  const kept = rows.filter((row) =>
    list.filters.every((filter) => {
      const chosen = filters[filter.key] ?? [];
      const value = filteredValue(filter, row);
      return value === undefined || chosen.length === 0 || chosen.includes(value);
    }),
  );
  const column = list.columns.find(({ key }) => key === sort?.replace(/^-/, ''));
  if (!column) return kept;
  const direction = sort?.startsWith('-') ? -1 : 1;
  return kept.toSorted((one, other) => direction * compare(valueOf(column, one), valueOf(column, other)));
}

/** Nothing comes last. */
function compare(one: ShownValue, other: ShownValue): number {
  if (one.kind === 'number' && other.kind === 'number') {
    return (one.value ?? Infinity) - (other.value ?? Infinity);
  }
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (!left || !right) return Number(!left) - Number(!right);
  return left.localeCompare(right, 'en', { numeric: true });
}

/** A value as text: to sort by, and for files. */
export function wordsOf({ kind, value }: ShownValue): string {
  if (value === null) return '';
  if (kind === 'badge' || kind === 'link') return value.label;
  return kind === 'person' ? value.name : String(value);
}
