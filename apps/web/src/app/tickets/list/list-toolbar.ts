import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { LIMITS, type TagRef, type TicketSort } from '@ticketing/contracts';
import { AuthStore } from '../../core/session/auth-store';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { type MenuOption, MenuButton } from '../../ui/menu';
import { adminsResource } from '../data/admins-resource';
import { type ListPlace, NO_FILTERS, type TicketFilters, fittingSort } from '../data/list-place';
import { tagsResource } from '../data/tags-resource';
import { REQUESTER_STATUS_WORDS, STATUS_WORDS } from '../look/ticket-words';
import { activeFilters } from './active-filters';
import { FilterPanel } from './filter-panel';
import { SORT_WORDS } from './sort-words';

/** Search, filters and order of the list; tells the new place when one of them changes. */
@Component({
  selector: 'app-list-toolbar',
  imports: [Button, CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, FilterPanel, Icon, MenuButton],
  templateUrl: './list-toolbar.html',
  host: { class: 'block' },
})
export class ListToolbar {
  readonly place = input.required<ListPlace>();
  readonly went = output<ListPlace>();

  private readonly auth = inject(AuthStore);
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  private readonly maySeeAll = computed(() => this.auth.me()?.can.see_all_tickets ?? false);
  private readonly adminsPage = adminsResource(() => (this.knowsAssignees() ? '' : undefined));

  protected readonly searchLimit = LIMITS.search.max;
  protected readonly panelOpen = signal(false);
  protected readonly knowsAssignees = computed(() => this.maySeeAll() && this.place().view !== 'unassigned');
  protected readonly admins = computed(() => {
    if (!this.knowsAssignees()) return null;
    return this.adminsPage.hasValue() ? this.adminsPage.value().results : [];
  });
  private readonly allTags = tagsResource(() => this.maySeeAll() && this.place().filters.tag.length > 0);
  /** The tags of the filter by name, as far as somebody knows it; null where this person may not see them. */
  protected readonly tags = computed<TagRef[] | null>(() => {
    if (!this.maySeeAll()) return null;
    const known = this.allTags.hasValue() ? this.allTags.value().results : [];
    return this.place().filters.tag.map((id) => known.find((tag) => String(tag.id) === id) ?? unknownTag(id));
  });
  protected readonly statusWords = computed(() => (this.maySeeAll() ? STATUS_WORDS : REQUESTER_STATUS_WORDS));
  protected readonly chips = computed(() =>
    activeFilters(this.place().filters, {
      status: this.statusWords(),
      admins: this.admins() ?? [],
      tags: this.tags() ?? [],
    }),
  );
  protected readonly sortWords = computed(() => SORT_WORDS[this.place().sort]);
  protected readonly sorts = computed<MenuOption[]>(() =>
    Object.entries(SORT_WORDS)
      .filter(([id]) => fittingSort(id as TicketSort, this.place().filters) === id)
      .map(([id, label]) => ({ id, label, checked: id === this.place().sort })),
  );

  /** Puts the cursor into the search field. */
  focusSearch(): void {
    this.search().nativeElement.focus();
    this.search().nativeElement.select();
  }

  protected find(event: Event): void {
    event.preventDefault();
    const q = this.search().nativeElement.value.trim();
    if (q !== this.place().filters.q) this.filterBy({ ...this.place().filters, q });
  }

  protected forgetSearch(): void {
    this.filterBy({ ...this.place().filters, q: '' });
    this.focusSearch();
  }

  protected filterBy(filters: TicketFilters): void {
    this.went.emit({ ...this.place(), filters, sort: fittingSort(this.place().sort, filters) });
  }

  protected clearChips(): void {
    this.filterBy({ ...NO_FILTERS, q: this.place().filters.q });
  }

  protected sortBy(sort: string): void {
    this.went.emit({ ...this.place(), sort: sort as TicketSort });
  }
}

/** Until its name is there, or because it was deleted. */
function unknownTag(id: string): TagRef {
  return { id: Number(id), name: `#${id}`, color: 'gray' };
}
