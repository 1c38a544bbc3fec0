/** What a cell can hold. Numbers, flags and times are ours and stand as they are; texts may be anybody's. */
export type CsvValue = string | number | boolean | Date | null | undefined;

/** What a spreadsheet would take for a formula (OWASP, CSV injection), full-width signs included. The web's `csv-file.ts` has the same rule. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** UTF-8, said to spreadsheets: without it Excel reads Latin. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One record of RFC 4180, with its line end. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map((value) => quoted(cellOf(value))).join(',')}\r\n`;
}

/** Texts come from strangers, too: none of them may calculate. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function cellOf(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? harmless(value) : String(value);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
