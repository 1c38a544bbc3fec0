let last = 0;

/** An id for an element that another one must name (`aria-describedby`, `for`). */
export function uniqueId(prefix: string): string {
  last += 1;
  return `${prefix}-${last}`;
}
