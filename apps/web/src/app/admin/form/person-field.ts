import { Combobox, ComboboxPopup, ComboboxWidget } from '@angular/aria/combobox';
import { Listbox, Option } from '@angular/aria/listbox';
import { CdkConnectedOverlay } from '@angular/cdk/overlay';
import { httpResource } from '@angular/common/http';
import {
  Component,
  type ElementRef,
  computed,
  debounced,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { Page, UserView } from '@ticketing/contracts';
import { Avatar } from '../../ui/avatar';
import { Control } from '../../ui/control';

const TYPING_PAUSE_MS = 200;

/** Finds a person by name or address. Its value is the id, as text; empty while nobody is chosen. */
@Component({
  selector: 'app-person-field',
  imports: [Avatar, CdkConnectedOverlay, Combobox, ComboboxPopup, ComboboxWidget, Control, Listbox, Option],
  templateUrl: './person-field.html',
  host: { class: 'block' },
})
export class PersonField implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output();

  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('origin');
  protected readonly expanded = signal(false);
  protected readonly text = signal('');
  private readonly search = debounced(() => this.text().trim(), TYPING_PAUSE_MS);
  protected readonly found = httpResource<Page<UserView>>(() => {
    const q = this.search.value();
    return this.expanded() ? { url: '/api/users/', params: { ...(q && { q }) } } : undefined;
  });
  protected readonly people = computed(() => (this.found.hasValue() ? this.found.value().results : []));

  focus(): void {
    this.input().nativeElement.focus();
  }

  protected pick([id]: readonly string[]): void {
    const person = this.people().find((candidate) => String(candidate.id) === id);
    if (!person) return;
    this.expanded.set(false);
    this.text.set(person.name);
    this.value.set(String(person.id));
  }

  /** Whoever was chosen is not, once something else is typed. */
  protected typed(): void {
    this.value.set('');
  }
}
