import { Component, computed, input, output } from '@angular/core';
import {
  TAG_LIMITS,
  type TagRef,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketStatus,
  type UserRef,
} from '@ticketing/contracts';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { NO_FILTERS, SCORES, type TicketFilters } from '../data/list-place';
import { TagPicker } from '../look/tag-picker';
import { CATEGORY_WORDS, PRIORITY_WORDS } from '../look/ticket-words';

type ManyKey = 'status' | 'priority' | 'category';

/** Everything that can narrow a list. Each choice applies at once. */
@Component({
  selector: 'app-filter-panel',
  imports: [Button, Control, Field, TagPicker],
  templateUrl: './filter-panel.html',
  host: { class: 'block' },
})
export class FilterPanel {
  readonly filters = input.required<TicketFilters>();
  readonly statusWords = input.required<Record<TicketStatus, string>>();
  /** Whom tickets can be assigned to; null where this person may not filter by it. */
  readonly admins = input<readonly UserRef[] | null>(null);
  /** The tags that it is narrowed to; null where this person may not see them. */
  readonly tags = input<readonly TagRef[] | null>(null);
  readonly changed = output<TicketFilters>();

  protected readonly scores = SCORES;
  protected readonly mostTags = TAG_LIMITS.filter;
  protected readonly groups = computed(() => [
    this.group('status', 'Status', TICKET_STATUSES, this.statusWords()),
    this.group('priority', 'Priority', TICKET_PRIORITIES.toReversed(), PRIORITY_WORDS),
    this.group('category', 'Category', TICKET_CATEGORIES, CATEGORY_WORDS),
  ]);

  protected toggle(key: ManyKey, value: string): void {
    const values: readonly string[] = this.filters()[key];
    const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
    this.changed.emit({ ...this.filters(), [key]: next });
  }

  protected toggleScore(score: number): void {
    const { score: chosen } = this.filters();
    const isChosen = chosen.includes(score);
    const next = SCORES.filter((other) => (other === score ? !isChosen : chosen.includes(other)));
    this.changed.emit({ ...this.filters(), score: next });
  }

  protected setTags(tags: readonly TagRef[]): void {
    this.changed.emit({ ...this.filters(), tag: tags.map(({ id }) => String(id)) });
  }

  protected setOne(key: 'assignee' | 'createdFrom' | 'createdTo', event: Event): void {
    const value = (event.target as HTMLInputElement | HTMLSelectElement).value;
    this.changed.emit({ ...this.filters(), [key]: value || null });
  }

  protected clear(): void {
    this.changed.emit({ ...NO_FILTERS, q: this.filters().q });
  }

  private group<T extends string>(
    key: ManyKey,
    name: string,
    values: readonly T[],
    words: Record<T, string>,
  ) {
    const chosen: readonly string[] = this.filters()[key];
    const options = values.map((value) => ({ value, label: words[value], chosen: chosen.includes(value) }));
    return { key, name, options };
  }
}
