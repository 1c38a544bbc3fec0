import { type Combobox, ComboboxPopup, ComboboxWidget } from '@angular/aria/combobox';
import { Listbox, Option } from '@angular/aria/listbox';
import { CdkConnectedOverlay } from '@angular/cdk/overlay';
import { Component, booleanAttribute, computed, input, output } from '@angular/core';
import { Avatar } from './avatar';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** One thing to pick. */
export interface PickOption {
  value: string;
  label: string;
  /** Tells it from others of that name. */
  note?: string;
  /** Drawn before it: a person's picture, or an icon. */
  picture?: string | null;
  icon?: IconName;
  /** Classes that paint the icon. */
  iconClass?: string;
}

/** Those that fit what is typed, for as long as whoever searches has not answered: Enter picks no stranger. */
export function optionsLike(options: readonly PickOption[], text: string): PickOption[] {
  const wanted = text.trim().toLowerCase();
  return options.filter(({ label, note = '' }) => `${label} ${note}`.toLowerCase().includes(wanted));
}

/**
 * What drops down from a field that one types into: the options found. The field stays the parent's
 * (`<input ngCombobox>`), which also decides what picking means: with `many`, an option is picked again to be left
 * out, and the list stays open.
 */
@Component({
  selector: 'ui-options-popup',
  imports: [Avatar, CdkConnectedOverlay, ComboboxPopup, ComboboxWidget, Icon, Listbox, Option],
  templateUrl: './options-popup.html',
})
export class OptionsPopup {
  /** The field. */
  readonly combobox = input.required<Combobox>();
  readonly origin = input.required<HTMLElement>();
  readonly open = input.required<boolean>();
  /** What the list is called. */
  readonly label = input.required<string>();
  readonly options = input.required<readonly PickOption[]>();
  /** Values that are chosen already; they have a check. */
  readonly chosen = input<readonly string[]>([]);
  readonly many = input(false, { transform: booleanAttribute });
  /** What stands there without options: that it is still searching, or that nothing was found. */
  readonly empty = input.required<string>();
  readonly picked = output<string>();

  /** What the list marks as chosen; where only one can be picked, picking it again must be told, too. */
  protected readonly marked = computed(() =>
    this.many()
      ? this.options()
          .map(({ value }) => value)
          .filter((value) => this.chosen().includes(value))
      : [],
  );

  /** The list tells all that is chosen now; what is new or missing was picked. */
  protected pick(values: readonly string[]): void {
    const before = this.marked();
    const turned = this.options().find(({ value }) => values.includes(value) !== before.includes(value));
    if (turned) this.picked.emit(turned.value);
  }
}
