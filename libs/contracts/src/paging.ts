/** How many there are: exact up to 10,000, beyond that a lower bound. Exactly one of the two is not null. */
export interface Counted {
  total: number | null;
  total_at_least: number | null;
}

/** One page of a list. Follow `next_cursor` until it is null; there are no page numbers. */
export interface Page<T> extends Counted {
  results: T[];
  /** Opaque; send it back as `cursor` with the same filters. */
  next_cursor: string | null;
}
