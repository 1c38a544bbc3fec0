import { namedColumns, pointsOf, topOf } from './line-scale';

describe('the axis of a line', () => {
  it.each([
    [0, 2],
    [1, 2],
    [3, 4],
    [5, 6],
    [9, 10],
    [10, 10],
    [13, 20],
    [250, 400],
    [999, 1_000],
  ])('for %d goes up to %d', (max, top) => expect(topOf(max)).toBe(top));

  it('names columns evenly, the last one for sure', () => {
    expect(namedColumns(30, 5)).toEqual([5, 11, 17, 23, 29]);
    expect(namedColumns(3, 5)).toEqual([0, 1, 2]);
    expect(namedColumns(0, 5)).toEqual([]);
  });

  it('has points in the middle of their columns, nothing at the bottom', () =>
    expect(pointsOf([0, 5], 10)).toEqual([
      { x: 25, y: 100 },
      { x: 75, y: 50 },
    ]));
});
