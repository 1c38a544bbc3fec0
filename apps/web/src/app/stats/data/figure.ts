import type { FigureTable } from '../charts/figure-table';

/** A question, its answer in a sentence, and the numbers behind it with the way to draw them. */
export interface Figure {
  /** Also the name of its file. */
  key: string;
  question: string;
  sentence: string;
  /** How its numbers are counted. */
  definition: string;
  kind: 'lines' | 'bars' | 'stacks' | 'heat-map' | 'table';
  table: FigureTable;
  /** The columns of the table that are drawn. */
  drawn: readonly number[];
}
