import type { Action } from '../../core/actions/action';

/** What a list does when keys are pressed. */
export interface RowKeys {
  search: () => void;
  /** `range`: with all rows since the one touched before. */
  select: (id: number, range?: boolean) => void;
  /** Two neighbours. */
  extend: (from: number, to: number) => void;
  move: (id: number, by: 1 | -1) => void;
  movable: () => boolean;
  selectable: () => boolean;
  clear: () => void;
  anySelected: () => boolean;
}

/** What a list offers to the keyboard. The focused row is the place in it; Enter opens it. */
export function rowActions(list: HTMLElement, keys: RowKeys): Action[] {
  return [
    listAction('next', 'Next row', 'j', () => step(list, 1)),
    listAction('previous', 'Previous row', 'k', () => step(list, -1)),
    listAction('search', 'Search', '/', keys.search),
    {
      ...listAction('select', 'Select the row', 'x', () => {
        const id = idAt(list, placeIn(list));
        if (id !== undefined) keys.select(id);
      }),
      when: keys.selectable,
    },
    { ...listAction('clear', 'Clear the selection', 'escape', keys.clear), when: keys.anySelected },
  ];
}

/**
 * Keys with Shift or Alt, which the registry does not know: Shift with arrows and X selects ranges, Alt with arrows
 * moves the row.
 */
export function pressWithModifier(event: KeyboardEvent, list: HTMLElement, keys: RowKeys): void {
  const id = idAt(list, placeIn(list));
  if (id === undefined || event.ctrlKey || event.metaKey) return;
  const isUsed = event.altKey ? moveBy(event, keys, id) : selectRange(event, list, keys, id);
  if (isUsed) event.preventDefault();
}

function moveBy(event: KeyboardEvent, keys: RowKeys, id: number): boolean {
  const by = ARROWS[event.key];
  if (!by || !keys.movable()) return false;
  keys.move(id, by);
  return true;
}

function selectRange(event: KeyboardEvent, list: HTMLElement, keys: RowKeys, id: number): boolean {
  if (!event.shiftKey || !keys.selectable()) return false;
  const by = ARROWS[event.key];
  if (event.key === 'X') keys.select(id, true);
  else if (by) extendBy(by, list, keys, id);
  return by !== undefined || event.key === 'X';
}

function extendBy(by: 1 | -1, list: HTMLElement, keys: RowKeys, id: number): void {
  const next = idAt(list, placeIn(list) + by);
  if (next === undefined) return;
  keys.extend(id, next);
  step(list, by);
}

/** Puts the focus on a row. */
export function focusRow(list: HTMLElement, id: number): void {
  list.querySelector<HTMLElement>(`[data-row="${id}"] [data-open]`)?.focus();
}

const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

function idAt(list: HTMLElement, place: number): number | undefined {
  const id = rowsOf(list)[place]?.dataset['row'];
  return id === undefined ? undefined : Number(id);
}

function listAction(verb: string, label: string, key: string, run: () => void): Action {
  return { id: `list.${verb}`, label, group: 'List', key, run };
}

function step(list: HTMLElement, by: 1 | -1): void {
  const rows = rowsOf(list);
  const row = rows[placeIn(list) + by] ?? (by === 1 ? undefined : rows[0]);
  row?.querySelector<HTMLElement>('[data-open]')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** Index of the row with the focus in it; -1 when none has it. */
function placeIn(list: HTMLElement): number {
  return rowsOf(list).findIndex((row) => row.contains(document.activeElement));
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return Array.from(list.querySelectorAll<HTMLElement>('[data-row]'));
}
