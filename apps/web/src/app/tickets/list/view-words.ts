import type { IconName } from '../../ui/icon-paths';
import type { ListView } from '../data/list-place';

/** A list that somebody can go to. */
export interface ViewOption {
  view: ListView;
  label: string;
  icon: IconName;
}

const MINE: ViewOption = { view: 'mine', label: 'My tickets', icon: 'ticket' };

const EVERYBODYS: readonly ViewOption[] = [
  { view: 'all', label: 'All tickets', icon: 'inbox' },
  { view: 'assigned', label: 'Assigned to me', icon: 'user-check' },
  { view: 'unassigned', label: 'Unassigned', icon: 'user-x' },
];

/** The lists of somebody who may see all tickets, or only their own. */
export function viewOptions(maySeeAll: boolean): readonly ViewOption[] {
  return maySeeAll ? [...EVERYBODYS, MINE] : [MINE];
}
