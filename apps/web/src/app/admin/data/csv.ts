import { csvFile, harmless } from '../../core/files/csv-file';
import { type FieldDescription, valueOf } from '../registry/field-description';
import type { Row } from '../registry/model-description';
import { wordsOf } from './arrange-rows';

/** Rows as a CSV file. */
export function csvOf(columns: readonly FieldDescription<Row>[], rows: readonly Row[]): string {
  return csvFile([
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column) => cellOf(column, row))),
  ]);
}

function cellOf(column: FieldDescription<Row>, row: Row): string {
  const words = wordsOf(valueOf(column, row));
  return column.kind === 'number' ? words : harmless(words);
}
