/**
 * Every limit that both sides check. Text lengths count Unicode code points after trimming,
 * as PostgreSQL's `char_length` does.
 */
export const LIMITS = {
  title: { min: 3, max: 200 },
  description: { min: 1, max: 20_000 },
  comment: { min: 1, max: 20_000 },
  adminFeedback: { max: 5_000 },
  personName: { min: 1, max: 80 },
  email: { max: 254 },
  password: { min: 8, max: 1_024 },
  search: { max: 200 },
  /** What a browser reports about itself. */
  clientLog: { message: 500, stack: 4_000, page: 200 },
  page: { min: 1, max: 100, standard: 25 },
  /** Totals are exact up to this many rows; beyond it a page says "at least". */
  exactTotal: 10_000,
  /** The largest id: ids are PostgreSQL integers. */
  id: { max: 2_147_483_647 },
} as const;

/** Length as every limit counts it: code points of the trimmed text. */
export function textLength(text: string): number {
  return [...text.trim()].length;
}
