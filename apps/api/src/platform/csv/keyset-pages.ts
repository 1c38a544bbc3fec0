/** Rows that are read at once: few statements, and little memory. */
export const PAGE_ROWS = 1_000;

/**
 * All rows, page by page: each a statement of its own that begins behind the last row of the page before, so that no
 * transaction and no connection is held while somebody downloads. Go by a key that no change moves (an id), or rows
 * are missed that change meanwhile.
 * @param read at most so many rows behind the key, from the beginning without one
 */
export async function* keysetPages<Row, Key>(
  read: (after: Key | undefined, rows: number) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row[]> {
  let after: Key | undefined;
  for (;;) {
    const rows = await read(after, PAGE_ROWS);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE_ROWS) return;
    after = keyOf(rows.at(-1)!);
  }
}
