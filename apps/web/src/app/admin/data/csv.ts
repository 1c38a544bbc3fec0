import { type FieldDescription, valueOf } from '../registry/field-description';
import type { Row } from '../registry/model-description';
import { wordsOf } from './arrange-rows';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as a CSV file (RFC 4180), with a byte order mark: spreadsheets read it as UTF-8 only then. */
export function csvOf(columns: readonly FieldDescription<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column) => cellOf(column, row))),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** Texts come from strangers, too: none of them may calculate. */
function cellOf(column: FieldDescription<Row>, row: Row): string {
  const words = wordsOf(valueOf(column, row));
  return column.kind !== 'number' && FORMULA.test(words) ? `'${words}` : words;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
