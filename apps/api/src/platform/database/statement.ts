declare const rowType: unique symbol;

/**
 * A query and the shape of its rows. With a name PostgreSQL prepares it once per connection; without one
 * it is planned with its values each time (right for search, whose plan depends on the word).
 */
export interface Statement<Row extends object> {
  readonly name?: string;
  readonly text: string;
  /** Milliseconds after which nobody waits for the answer; left out: `QUERY_TIMEOUT_MS`. */
  readonly query_timeout?: number;
  readonly [rowType]?: Row;
}

/** Declares a prepared statement, once, as a constant beside its repository. Names are unique. */
export function named<Row extends object>(name: string, text: string): Statement<Row> {
  return { name, text };
}

/** Declares a statement that is planned with its values each time. */
export function unnamed<Row extends object>(text: string): Statement<Row> {
  return { text };
}
