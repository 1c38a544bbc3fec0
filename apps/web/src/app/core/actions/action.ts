import type { IconName } from '../../ui/icon-paths';

/** Something that a person can do, declared once: buttons, shortcuts and the help sheet read it. */
export interface Action {
  /** `area.verb`. */
  id: string;
  /** What the button says. */
  label: string;
  /** Where the help sheet lists it. */
  group: 'Everywhere' | 'List' | 'Ticket';
  /** The key, as `KeyboardEvent.key` names it: `c`, `/`, `?`. */
  key?: string;
  icon?: IconName;
  /** Whether it can be done now; always, unless said otherwise. */
  when?: () => boolean;
  run: () => void;
}
