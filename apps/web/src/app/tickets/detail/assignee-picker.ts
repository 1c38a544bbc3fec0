import { Combobox } from '@angular/aria/combobox';
import { Component, computed, debounced, input, linkedSignal, output, signal } from '@angular/core';
import type { UserRef } from '@ticketing/contracts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { OptionsPopup, optionsLike, type PickOption } from '../../ui/options-popup';
import { adminsResource } from '../data/admins-resource';

const NOBODY = 'Nobody';
const TYPING_PAUSE_MS = 200;

/** Finds an admin by name and picks them, or nobody. */
@Component({
  selector: 'app-assignee-picker',
  imports: [Avatar, Combobox, Icon, OptionsPopup],
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
  private readonly people = computed(() => (this.admins.hasValue() ? this.admins.value().results : []));
  protected readonly options = computed<PickOption[]>(() => {
    const found = this.people().map(({ id, name, avatar }) => ({
      value: String(id),
      label: name,
      picture: avatar,
    }));
    if (this.wanted() === '') return [{ value: '', label: NOBODY, icon: 'user' }, ...found];
    return this.search.value() === this.wanted() ? found : optionsLike(found, this.wanted());
  });

  protected pick(value: string): void {
    const person = this.people().find(({ id }) => String(id) === value) ?? null;
    this.expanded.set(false);
    if (person?.id !== this.assignee()?.id) this.picked.emit(person);
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
