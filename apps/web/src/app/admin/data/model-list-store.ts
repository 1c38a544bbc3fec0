import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { LIMITS, type Page } from '@ticketing/contracts';
import type { ModelDescription, Row } from '../registry/model-description';
import { AdminApi } from './admin-api';
import { arrangeRows } from './arrange-rows';
import { type ListPlace, requestParams } from './list-place';

/** More rows than this are not loaded for a file. */
export const EXPORT_LIMIT = 10_000;

/** A list that comes whole has neither cursor nor total. */
type RowPage = Pick<Page<Row>, 'results'> & Partial<Page<Row>>;

/** Which list of which model. */
interface Shown {
  model: ModelDescription;
  place: ListPlace;
}

/** The pages of a list that were loaded so far. */
interface LoadedPages {
  key: string;
  page: RowPage;
}

/** The list on screen: one place, and as many of its pages as somebody asked for. One for each list page. */
@Injectable()
export class ModelListStore {
  private readonly api = inject(AdminApi);

  private readonly shown = signal<Shown | null>(null);
  private readonly news = signal(0);
  /** Names what is asked for: order and filters of a list that comes whole are not. */
  private readonly key = computed(() => {
    const shown = this.shown();
    return shown && JSON.stringify([shown.model.key, requestParams(shown.model, shown.place)]);
  });
  private readonly first = httpResource<RowPage>(() => {
    this.news();
    if (this.key() === null) return undefined;
    const { model, place } = this.shown()!;
    return { url: model.list.url, params: requestParams(model, place) };
  });
  private readonly loaded = linkedSignal<{ key: string | null; page: RowPage | null }, LoadedPages | null>({
    source: () => ({ key: this.key(), page: this.first.hasValue() ? this.first.value() : null }),
    computation: ({ key, page }, previous) => {
      if (page && key !== null) return { key, page };
      // Loading again, or failed to: what was loaded of the same list stays.
      return previous?.value?.key === key ? previous.value : null;
    },
  });
  private readonly more = signal<'idle' | 'loading' | 'failed'>('idle');

  /** As they came. */
  readonly all = computed<readonly Row[]>(() => this.loaded()?.page.results ?? []);
  readonly rows = computed<readonly Row[]>(() => {
    const shown = this.shown();
    return shown?.model.list.whole ? arrangeRows(shown.model.list, this.all(), shown.place) : this.all();
  });
  readonly loading = computed(() => this.loaded() === null && this.first.isLoading());
  readonly error = computed(() => this.first.error());
  readonly hasMore = computed(() => (this.loaded()?.page.next_cursor ?? null) !== null);
  /** Whether the next page is being loaded, or could not be. */
  readonly moreState = this.more.asReadonly();
  /** How many there are, where the API says so; else how many are loaded. `+`: there are more. */
  readonly count = computed(() => {
    const total = this.loaded()?.page.total ?? null;
    return total === null ? `${this.rows().length}${this.hasMore() ? '+' : ''}` : String(total);
  });

  /** Goes to another list, or stays when it is the same. */
  show(model: ModelDescription, place: ListPlace): void {
    this.shown.set({ model, place });
  }

  /** Loads the list again from the top. */
  reload(): void {
    this.news.update((count) => count + 1);
  }

  /** Puts what is now known of a row in its place. */
  accept(changed: Row): void {
    this.changeRows((rows) => rows.map((row) => (row.id === changed.id ? changed : row)));
  }

  /** Moves a row one up or down, as it is shown; returns the order as it is then, down to the rows that moved. */
  move(id: number, by: 1 | -1): number[] {
    const ids = this.rows().map((row) => row.id);
    const from = ids.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= ids.length) return [];
    [ids[from], ids[to]] = [ids[to]!, id];
    this.changeRows((rows) => rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)));
    return ids.slice(0, Math.max(from, to) + 1);
  }

  /** Loads the next page, if there is one. */
  async loadMore(): Promise<void> {
    const shown = this.shown();
    const key = this.key();
    const cursor = this.loaded()?.page.next_cursor;
    if (!shown || !cursor || this.more() === 'loading') return;
    this.more.set('loading');
    try {
      const params = { ...requestParams(shown.model, shown.place), limit: String(LIMITS.page.max), cursor };
      const next = await this.api.get<RowPage>(shown.model.list.url, params);
      // Somebody may have gone to another list meanwhile.
      if (this.key() === key) this.append(next);
      this.more.set('idle');
    } catch {
      this.more.set('failed');
    }
  }

  /** All rows of the place, loaded anew. */
  async everything(): Promise<{ rows: readonly Row[]; isAll: boolean }> {
    const shown = this.shown();
    if (!shown || shown.model.list.whole) return { rows: this.rows(), isAll: true };
    const params = { ...requestParams(shown.model, shown.place), limit: String(LIMITS.page.max) };
    const rows: Row[] = [];
    let cursor: string | null = null;
    do {
      const page: RowPage = await this.api.get(shown.model.list.url, {
        ...params,
        ...(cursor && { cursor }),
      });
      rows.push(...page.results);
      cursor = page.next_cursor ?? null;
    } while (cursor && rows.length < EXPORT_LIMIT);
    return { rows, isAll: cursor === null };
  }

  private append(next: RowPage): void {
    this.loaded.update((loaded) => {
      const known = new Set(loaded?.page.results.map(({ id }) => id));
      const fresh = next.results.filter(({ id }) => !known.has(id));
      return loaded && { ...loaded, page: { ...next, results: [...loaded.page.results, ...fresh] } };
    });
  }

  private changeRows(change: (rows: Row[]) => Row[]): void {
    this.loaded.update(
      (loaded) => loaded && { ...loaded, page: { ...loaded.page, results: change(loaded.page.results) } },
    );
  }
}
