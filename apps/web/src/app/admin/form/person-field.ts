import { Combobox } from '@angular/aria/combobox';
import { httpResource } from '@angular/common/http';
import {
  Component,
  type ElementRef,
  computed,
  debounced,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { Page, Role, UserRef, UserView } from '@ticketing/contracts';
import { Control } from '../../ui/control';
import { OptionsPopup, optionsLike, type PickOption } from '../../ui/options-popup';

const TYPING_PAUSE_MS = 200;

/** Finds a person by name or address. Its value is the id, as text; empty while nobody is chosen. */
@Component({
  selector: 'app-person-field',
  imports: [Combobox, Control, OptionsPopup],
  templateUrl: './person-field.html',
  host: { class: 'block' },
})
export class PersonField implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output();
  /** Whose id stands there at first. */
  readonly person = input<UserRef | null>(null);
  /** Only people with that role are found. */
  readonly role = input<Role | undefined>(undefined);
  /** The field's name where no label stands beside it. */
  readonly label = input<string | null>(null);
  readonly picked = output<UserRef>();

  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('origin');
  protected readonly expanded = signal(false);
  protected readonly text = linkedSignal(() => this.person()?.name ?? '');
  /** None while the field shows who was chosen. */
  private readonly wanted = computed(() => (this.value() ? '' : this.text().trim()));
  private readonly search = debounced(this.wanted, TYPING_PAUSE_MS);
  protected readonly found = httpResource<Page<UserView>>(() => {
    const [q, role] = [this.search.value(), this.role()];
    if (!this.expanded()) return undefined;
    return { url: '/api/users/', params: { ...(q && { q }), ...(role && { role }) } };
  });
  private readonly people = computed(() => (this.found.hasValue() ? this.found.value().results : []));
  protected readonly options = computed<PickOption[]>(() => {
    const found = this.people().map(({ id, name, avatar, email }) => ({
      value: String(id),
      label: name,
      note: email,
      picture: avatar,
    }));
    return this.search.value() === this.wanted() ? found : optionsLike(found, this.wanted());
  });

  focus(): void {
    this.input().nativeElement.focus();
  }

  protected pick(id: string): void {
    const person = this.people().find((candidate) => String(candidate.id) === id);
    if (!person) return;
    this.expanded.set(false);
    this.text.set(person.name);
    this.value.set(id);
    this.picked.emit(person);
  }

  /** Whoever was chosen is not, once something else is typed. */
  protected typed(): void {
    this.value.set('');
  }

  /** Words that chose nobody do not stay, as if they had. */
  protected leave(): void {
    if (this.value() === '') this.text.set('');
    this.touch.emit();
  }
}
