import { signal } from '@angular/core';
import { SELECTION_LIMIT } from '../registry/bulk-action-description';
import { Selection } from './selection';

const rows = (...ids: number[]) => ids.map((id) => ({ id }));

function selectionOf(...ids: number[]) {
  const shown = signal(rows(...ids));
  const selection = new Selection(shown);
  return { shown, selection, selected: () => selection.rows().map(({ id }) => id) };
}

describe('Selection', () => {
  it('turns rows over, and tells them in the order of the list', () => {
    const { selection, selected } = selectionOf(3, 2, 1);
    for (const id of [1, 3, 2, 2]) selection.toggle(id);
    expect(selected()).toEqual([3, 1]);
  });

  it('selects a range, downwards and upwards', () => {
    const { selection, selected } = selectionOf(5, 4, 3, 2, 1);
    selection.toggle(4);
    selection.toggle(2, true);
    expect(selected()).toEqual([4, 3, 2]);
    selection.toggle(5, true);
    expect(selected()).toEqual([5, 4, 3, 2]);
  });

  it('takes a range out as its last row goes out', () => {
    const { selection, selected } = selectionOf(4, 3, 2, 1);
    selection.toggleAll();
    selection.toggle(4);
    selection.toggle(2, true);
    expect(selected()).toEqual([1]);
  });

  it('begins a range where nothing was touched before with that row alone', () => {
    const { selection, selected } = selectionOf(3, 2, 1);
    selection.toggle(2, true);
    expect(selected()).toEqual([2]);
  });

  it('does all and none', () => {
    const { selection, selected } = selectionOf(2, 1);
    selection.toggle(1);
    expect(selection.some()).toBe(true);
    selection.toggleAll();
    expect(selection.all()).toBe(true);
    selection.toggleAll();
    expect(selected()).toEqual([]);
  });

  it('forgets rows that are gone', () => {
    const { selection, selected, shown } = selectionOf(2, 1);
    selection.toggleAll();
    shown.set(rows(2, 7));
    expect(selected()).toEqual([2]);
    expect(selection.all()).toBe(false);
  });

  it('takes two neighbours, as when one reaches for the next with Shift', () => {
    const { selection, selected } = selectionOf(3, 2, 1);
    selection.extend(3, 2);
    selection.extend(2, 1);
    expect(selected()).toEqual([3, 2, 1]);
  });

  it('takes as many as can be changed at once', () => {
    const { selection, selected } = selectionOf(
      ...Array.from({ length: SELECTION_LIMIT + 2 }, (_, id) => id),
    );
    selection.selectAll();
    expect(selected()).toHaveLength(SELECTION_LIMIT);
    expect(selection.full()).toBe(true);
    selection.toggle(SELECTION_LIMIT + 1);
    expect(selection.has(SELECTION_LIMIT + 1)).toBe(false);
    selection.toggleAll();
    expect(selected()).toEqual([]);
  });
});
