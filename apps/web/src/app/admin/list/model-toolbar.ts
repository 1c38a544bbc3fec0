import { Component, type ElementRef, computed, input, output, signal, viewChild } from '@angular/core';
import { LIMITS } from '@ticketing/contracts';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { type ListPlace, isNarrowed, isSet } from '../data/list-place';
import { wideScreen } from '../look/wide-screen';
import type { ModelDescription, Row } from '../registry/model-description';
import { FilterControl } from './filter-control';

/** More filters than these would take half the screen of a phone. */
const FEW = 2;

/** Search and filters of a list; tells the new place when one of them changes. */
@Component({
  selector: 'app-model-toolbar',
  imports: [Button, FilterControl, Icon],
  templateUrl: './model-toolbar.html',
  host: { class: 'flex flex-wrap items-center gap-2' },
})
export class ModelToolbar {
  readonly model = input.required<ModelDescription>();
  readonly place = input.required<ListPlace>();
  /** As loaded: what can be chosen may depend on it. */
  readonly rows = input.required<readonly Row[]>();
  readonly went = output<ListPlace>();

  private readonly search = viewChild<ElementRef<HTMLInputElement>>('search');
  protected readonly searchLimit = LIMITS.search.max;
  protected readonly narrowed = computed(() => isNarrowed(this.model(), this.place()));
  private readonly wide = wideScreen();
  protected readonly unfolded = signal(false);
  protected readonly foldable = computed(() => !this.wide() && this.model().list.filters.length > FEW);
  private readonly set = computed(() =>
    this.model().list.filters.filter((filter) => isSet(filter, this.place())),
  );
  protected readonly setCount = computed(() => this.set().length);
  /** Key of the filter that somebody was at last: it does not go while they choose, and the screen gets narrow. */
  protected readonly inUse = signal<string | null>(null);
  /** What narrows the list is in sight also while the others are folded. */
  protected readonly filters = computed(() => {
    const all = this.model().list.filters;
    if (!this.foldable() || this.unfolded()) return all;
    return all.filter((filter) => this.set().includes(filter) || filter.key === this.inUse());
  });

  protected fold(): void {
    this.inUse.set(null);
    this.unfolded.update((unfolded) => !unfolded);
  }

  /** Puts the cursor into the search field. */
  focusSearch(): void {
    this.search()?.nativeElement.focus();
    this.search()?.nativeElement.select();
  }

  protected find(event: Event): void {
    event.preventDefault();
    const q = this.search()?.nativeElement.value.trim() ?? '';
    if (q !== this.place().q) this.went.emit({ ...this.place(), q });
  }

  protected clear(): void {
    this.went.emit({ ...this.place(), filters: {}, q: '' });
  }
}
