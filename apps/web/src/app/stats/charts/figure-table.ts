import type { Params } from '@angular/router';
import { csvFile, harmless } from '../../core/files/csv-file';
import { numberWords } from '../words/number-words';

/** How one row of numbers is told from another: by colour, and by how it is filled. */
export type Look = 'plain' | 'created' | 'resolved' | 'progress' | 'pending';

export interface FigureColumn {
  label: string;
  look?: Look;
  /** The unit of the numbers in files. */
  unit?: string;
  words?: (value: number) => string;
}

export interface FigureCell {
  value: number | null;
  /** The list behind the number, as parameters of `/tickets`. Null: it counts no tickets, but says how long they took, or how good it was. */
  open: Params | null;
}

export interface FigureRow {
  name: string;
  /** Its name where there is little room. */
  short?: string;
  cells: FigureCell[];
}

/** The numbers of a figure. What is drawn, the table beside it and the file are all made of this. */
export interface FigureTable {
  /** What the rows are. */
  corner: string;
  columns: FigureColumn[];
  rows: FigureRow[];
}

export function cellWords({ words = numberWords }: FigureColumn, { value }: FigureCell): string {
  return value === null ? '–' : words(value);
}

export function tableCsv({ corner, columns, rows }: FigureTable): string {
  const head = columns.map(({ label, unit }) => harmless(unit ? `${label} (${unit})` : label));
  const lines = rows.map(({ name, cells }) => [
    harmless(name),
    ...cells.map(({ value }) => String(value ?? '')),
  ]);
  return csvFile([[harmless(corner), ...head], ...lines]);
}

/** The largest number among these columns; at least 1, to divide by. */
export function largest({ rows }: FigureTable, columns: readonly number[]): number {
  return Math.max(1, ...rows.flatMap(({ cells }) => columns.map((index) => cells[index]?.value ?? 0)));
}
