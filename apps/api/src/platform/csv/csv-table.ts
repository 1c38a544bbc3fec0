import { BYTE_ORDER_MARK, csvLine, type CsvValue } from './csv-line.js';

/** A column: what stands over it, and what a row has in it. */
export interface CsvColumn<Row> {
  heading: string;
  value(row: Row): CsvValue;
}

/** A file that is written while it is read: its name, and its text bit by bit. */
export interface CsvTable {
  /** Without date and ending: `tickets`. */
  name: string;
  text: AsyncGenerator<string>;
}

/** @param pages read only as fast as somebody takes the text, `keysetPages` for one */
export function csvTable<Row>(
  name: string,
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): CsvTable {
  return { name, text: textOf(columns, pages) };
}

async function* textOf<Row>(
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const lineOf = (row: Row) => csvLine(columns.map((column) => column.value(row)));
  let head = BYTE_ORDER_MARK + csvLine(columns.map(({ heading }) => heading));
  for await (const rows of pages) {
    yield head + rows.map(lineOf).join('');
    head = '';
  }
  if (head) yield head;
}
