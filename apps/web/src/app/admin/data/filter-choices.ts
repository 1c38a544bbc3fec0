import type { Option } from '../registry/field-description';
import type { ChoiceFilter, FilterDescription, FlagFilter } from '../registry/filter-description';
import type { Row } from '../registry/model-description';

/** What can be chosen of a closed set, `Any` among it where nothing is chosen as usual. */
export function choicesFor(
  filter: ChoiceFilter<Row> | FlagFilter<Row>,
  rows: readonly Row[],
  chosen: readonly string[],
  loaded?: readonly Option[],
): Option[] {
  const known = filter.kind === 'flag' ? flagOptions(filter) : (loaded ?? filter.options(rows));
  // What is chosen can always be seen, even when no row loaded has it.
  const missing = chosen.filter((value) => !known.some((option) => option.value === value));
  const many = filter.kind !== 'flag' && filter.many;
  const any = filter.usual !== undefined || many ? [] : [{ value: '', label: 'Any' }];
  return [...any, ...known, ...missing.map((value) => ({ value, label: value }))];
}

/** What a filter looks at in a row, in lists that come whole; undefined where it looks at nothing. */
export function filteredValue(filter: FilterDescription<Row>, row: Row): string | undefined {
  if (filter.kind === 'flag') return filter.of && String(filter.of(row));
  return filter.kind === undefined || filter.kind === 'choice' ? filter.of?.(row) : undefined;
}

function flagOptions({ words = { yes: 'Yes', no: 'No' } }: FlagFilter<Row>): Option[] {
  return [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ];
}
