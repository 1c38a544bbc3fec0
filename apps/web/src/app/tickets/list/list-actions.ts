import type { Action } from '../../core/actions/action';

/** What the list offers to the keyboard. */
export function listActions(run: {
  next: () => void;
  previous: () => void;
  search: () => void;
  apply: () => void;
  hasNews: () => boolean;
}): Action[] {
  return [
    { id: 'list.next', label: 'Next ticket', group: 'List', key: 'j', run: run.next },
    { id: 'list.previous', label: 'Previous ticket', group: 'List', key: 'k', run: run.previous },
    { id: 'list.search', label: 'Search tickets', group: 'List', key: '/', icon: 'search', run: run.search },
    {
      id: 'list.apply',
      label: 'Show what is new',
      group: 'List',
      key: '.',
      icon: 'refresh',
      when: run.hasNews,
      run: run.apply,
    },
  ];
}
