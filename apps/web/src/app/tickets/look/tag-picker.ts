import { Combobox } from '@angular/aria/combobox';
import { Component, type ElementRef, computed, input, output, signal, viewChild } from '@angular/core';
import type { TagRef } from '@ticketing/contracts';
import { Icon } from '../../ui/icon';
import { OptionsPopup, type PickOption } from '../../ui/options-popup';
import { tagsResource } from '../data/tags-resource';
import { TagChip } from './tag-chip';
import { tagInk } from './tag-looks';

/** Tags that are chosen, as chips, and a field to find others by name. It picks only: tags are made in the admin area. */
@Component({
  selector: 'app-tag-picker',
  imports: [Combobox, Icon, OptionsPopup, TagChip],
  templateUrl: './tag-picker.html',
  host: { class: 'block' },
})
export class TagPicker {
  /** What the field says while it is empty. */
  readonly prompt = input.required<string>();
  readonly tags = input.required<readonly TagRef[]>();
  /** How many can be chosen. */
  readonly most = input.required<number>();
  /** All that are chosen now, by name. */
  readonly picked = output<TagRef[]>();

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('origin');
  private readonly wanted = signal(false);
  private readonly resource = tagsResource(this.wanted);
  private readonly all = computed(() => (this.resource.hasValue() ? this.resource.value().results : []));

  protected readonly expanded = signal(false);
  protected readonly text = signal('');
  protected readonly full = computed(() => this.tags().length >= this.most());
  protected readonly chosen = computed(() => this.tags().map(({ id }) => String(id)));
  /** All of them; while somebody types, what they find and can add. */
  protected readonly options = computed<PickOption[]>(() => {
    const words = folded(this.text());
    const isOffered = ({ id }: TagRef): boolean => words === '' || !this.chosen().includes(String(id));
    return this.all()
      .filter((tag) => isOffered(tag) && folded(tag.name).includes(words))
      .map(({ id, name, color }) => ({
        value: String(id),
        label: name,
        icon: 'tag' as const,
        iconClass: tagInk(color),
      }));
  });
  protected readonly empty = computed(() => {
    if (this.resource.error()) return 'The tags could not be loaded.';
    if (!this.resource.hasValue()) return 'Loading…';
    return this.all().length === 0
      ? 'No tags yet. Make them in the admin area.'
      : 'No other tag has that name.';
  });

  focus(): void {
    this.field().nativeElement.focus();
  }

  /** Somebody may have made others since. */
  protected ask(): void {
    if (this.wanted()) this.resource.reload();
    else this.wanted.set(true);
  }

  protected turn(value: string): void {
    this.text.set('');
    const tag = this.all().find(({ id }) => String(id) === value);
    if (!tag) return;
    const others = this.tags().filter(({ id }) => id !== tag.id);
    const isChosen = others.length < this.tags().length;
    if (isChosen) this.picked.emit(others);
    else if (!this.full()) this.picked.emit(byName([...others, tag]));
  }

  protected remove(tag: TagRef): void {
    this.picked.emit(this.tags().filter(({ id }) => id !== tag.id));
    // the button that had the focus is gone
    this.focus();
  }

  protected leave(): void {
    this.text.set('');
  }
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** In the order in which the API has them. */
function byName(tags: TagRef[]): TagRef[] {
  return tags.toSorted((a, b) => (folded(a.name) < folded(b.name) ? -1 : 1));
}
