import { Component, type ElementRef, computed, input, output, viewChild } from '@angular/core';
import { LIMITS } from '@ticketing/contracts';
import { ChoicesButton } from '../../ui/choices-button';
import { Icon } from '../../ui/icon';
import { type ListPlace, isNarrowed } from '../data/list-place';
import type { ModelDescription, Row } from '../registry/model-description';
import { FilterControl } from './filter-control';

/** Search, filters and columns of a list; tells the new place when one of them changes. */
@Component({
  selector: 'app-model-toolbar',
  imports: [ChoicesButton, FilterControl, Icon],
  templateUrl: './model-toolbar.html',
  host: { class: 'flex flex-wrap items-center gap-2' },
})
export class ModelToolbar {
  readonly model = input.required<ModelDescription>();
  readonly place = input.required<ListPlace>();
  /** As loaded: what can be chosen may depend on it. */
  readonly rows = input.required<readonly Row[]>();
  /** Keys of the columns shown. */
  readonly columns = input.required<readonly string[]>();
  readonly went = output<ListPlace>();
  readonly columnsChosen = output<string[]>();

  private readonly search = viewChild<ElementRef<HTMLInputElement>>('search');
  protected readonly searchLimit = LIMITS.search.max;
  protected readonly narrowed = computed(() => isNarrowed(this.model(), this.place()));
  protected readonly filters = computed(() => this.model().list.filters);
  protected readonly columnOptions = computed(() =>
    this.model()
      .list.columns.slice(1)
      .map(({ key, label }) => ({ value: key, label })),
  );

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
