import type { Action } from '../../core/actions/action';

interface RowKeys {
  search: () => void;
  select: (id: number) => void;
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
        const id = rowsOf(list)[placeIn(list)]?.dataset['row'];
        if (id !== undefined) keys.select(Number(id));
      }),
      when: keys.selectable,
    },
    { ...listAction('clear', 'Clear the selection', 'escape', keys.clear), when: keys.anySelected },
  ];
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
