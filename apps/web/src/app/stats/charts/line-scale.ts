/** The top of an axis: 1, 2, 4, 6 or 8 times a power of ten, so that half of it is a round number, too. */
export function topOf(max: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(max, 2)));
  const factor = [1, 2, 4, 6, 8, 10].find((candidate) => candidate * power >= max) ?? 10;
  return Math.max(2, factor * power);
}

/** Where the points of a row of numbers lie, in percent from the left and from the top. */
export function pointsOf(values: readonly number[], top: number): { x: number; y: number }[] {
  return values.map((value, index) => ({
    // Each has a column of its own, and lies in the middle of it.
    x: ((index + 0.5) / values.length) * 100,
    y: (1 - value / top) * 100,
  }));
}

/** Which of so many columns are named on the axis: about `wanted` of them, evenly, the last among them. */
export function namedColumns(count: number, wanted: number): number[] {
  const step = Math.max(1, Math.ceil(count / wanted));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => count - 1 - index * step).reverse();
}
