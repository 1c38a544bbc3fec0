import { Combobox, ComboboxPopup, ComboboxWidget } from '@angular/aria/combobox';
import { Listbox, Option } from '@angular/aria/listbox';
import { CdkConnectedOverlay } from '@angular/cdk/overlay';
import { Component, computed, debounced, input, linkedSignal, output, signal } from '@angular/core';
import type { UserRef } from '@ticketing/contracts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { adminsResource } from '../data/admins-resource';

const NOBODY = 'Nobody';
const TYPING_PAUSE_MS = 200;

/** Finds an admin by name and picks them, or nobody. */
@Component({
  selector: 'app-assignee-picker',
  imports: [Avatar, CdkConnectedOverlay, Combobox, ComboboxPopup, ComboboxWidget, Icon, Listbox, Option],
  templateUrl: './assignee-picker.html',
  host: { class: 'relative block' },
})
export class AssigneePicker {
  readonly assignee = input.required<UserRef | null>();
  readonly picked = output<UserRef | null>();

  protected readonly expanded = signal(false);
  /** What stands in the field: the assignee's name, until somebody types. */
  protected readonly text = linkedSignal(() => this.assignee()?.name ?? NOBODY);
  private readonly search = debounced(() => this.wanted(), TYPING_PAUSE_MS);
  protected readonly admins = adminsResource(() =>
    this.expanded() ? (this.search.value() ?? '') : undefined,
  );
  protected readonly options = computed<{ id: string; name: string; person: UserRef | null }[]>(() => {
    const people = this.admins.hasValue() ? this.admins.value().results : [];
    const found = people.map((person) => ({ id: String(person.id), name: person.name, person }));
    return this.wanted() === '' ? [{ id: 'none', name: NOBODY, person: null }, ...found] : found;
  });

  protected pick([id]: readonly string[]): void {
    const option = this.options().find((candidate) => candidate.id === id);
    if (!option) return;
    this.expanded.set(false);
    if (option.person?.id !== this.assignee()?.id) this.picked.emit(option.person);
    this.putBackName();
  }

  protected putBackName(): void {
    this.text.set(this.assignee()?.name ?? NOBODY);
  }

  protected startTyping(event: Event): void {
    // The whole name is replaced by the first letter typed.
    (event.target as HTMLInputElement).select();
  }

  /** The words to search for: none while the field still shows the assignee. */
  private wanted(): string {
    const text = this.text().trim();
    return text === (this.assignee()?.name ?? NOBODY) ? '' : text;
  }
}
