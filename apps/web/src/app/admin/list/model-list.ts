import { Dialog } from '@angular/cdk/dialog';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { ActionRegistry } from '../../core/actions/action-registry';
import { Shortcuts } from '../../core/actions/shortcuts';
import { sentenceFor } from '../../core/http/problem';
import { BlankState } from '../../ui/blank-state';
import { Button } from '../../ui/button';
import { ChoicesButton } from '../../ui/choices-button';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { ActionRunner } from '../data/action-runner';
import { type ListPlace, isNarrowed, placeFromUrl, placeToUrl } from '../data/list-place';
import { actionsOf } from '../data/model-actions';
import { ModelListStore } from '../data/model-list-store';
import { RowSheet } from '../detail/row-sheet';
import { PageHeading } from '../look/page-heading';
import { wideScreen } from '../look/wide-screen';
import type { BulkActionDescription } from '../registry/bulk-action-description';
import type {
  ActionDescription,
  ListActionDescription,
  ModelDescription,
  Row,
} from '../registry/model-description';
import { BulkBar } from './bulk-bar';
import { columnChoice } from './column-choice';
import { ExportButton } from './export-button';
import { focusRow, pressWithModifier, rowActions, type RowKeys } from './list-keys';
import { ModelToolbar } from './model-toolbar';
import { RowCards } from './row-cards';
import { RowTable } from './row-table';
import { Selection } from './selection';

/** The list of a model: search, filters, rows, and what can be done with one, several or all of them. */
@Component({
  selector: 'app-model-list',
  imports: [
    BlankState,
    BulkBar,
    Button,
    ChoicesButton,
    ExportButton,
    Icon,
    ModelToolbar,
    Notice,
    PageHeading,
    RouterLink,
    RowCards,
    RowTable,
    Skeleton,
  ],
  providers: [ModelListStore],
  templateUrl: './model-list.html',
  host: { class: 'relative flex min-h-0 flex-col', '(keydown)': 'press($event)' },
})
export class ModelList {
  readonly model = input.required<ModelDescription>();

  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly dialog = inject(Dialog);
  private readonly toolbar = viewChild(ModelToolbar);
  protected readonly store = inject(ModelListStore);
  protected readonly runner = inject(ActionRunner);

  protected readonly place = computed(() => placeFromUrl(this.model(), this.params()));
  protected readonly narrowed = computed(() => isNarrowed(this.model(), this.place()));
  protected readonly columns = columnChoice(() => this.model());
  protected readonly columnOptions = computed(() =>
    this.model()
      .list.columns.slice(1)
      .map(({ key, label }) => ({ value: key, label })),
  );
  protected readonly selection = new Selection(() => this.store.rows());
  protected readonly selectable = computed(
    () => actionsOf(this.model()).some(({ bulk }) => bulk) || (this.model().bulkActions ?? []).length > 0,
  );
  /** Only while all rows of the order are there, in their order. */
  protected readonly movable = computed(() => {
    const { list } = this.model();
    return list.order !== undefined && !this.narrowed() && this.place().sort === null;
  });
  protected readonly wide = wideScreen();
  protected readonly sentenceFor = sentenceFor;
  protected readonly listActions = computed(() =>
    (this.model().list.actions ?? []).filter(({ when }) => when?.(this.place(), this.store.rows()) ?? true),
  );

  private readonly shortcuts = inject(Shortcuts);
  private readonly keys: RowKeys = {
    search: () => this.toolbar()?.focusSearch(),
    select: (id, range) => this.selection.toggle(id, range),
    selectable: () => this.selectable(),
    extend: (from, to) => this.selection.extend(from, to),
    clear: () => this.selection.clear(),
    anySelected: () => this.selection.rows().length > 0,
    move: (id, by) => void this.move(id, by),
    movable: () => this.movable(),
  };

  constructor() {
    effect(() => {
      const [model, place] = [this.model(), this.place()];
      untracked(() => this.store.show(model, place));
    });
    inject(ActionRegistry).offer(rowActions(this.host.nativeElement, this.keys));
  }

  protected press(event: KeyboardEvent): void {
    if (event.key !== 'X' || this.shortcuts.enabled()) {
      pressWithModifier(event, this.host.nativeElement, this.keys);
    }
  }

  protected goTo(place: ListPlace): void {
    this.selection.clear();
    void this.router.navigate([], { queryParams: placeToUrl(this.model(), place) });
  }

  protected sortBy(key: string): void {
    const { sort } = this.place();
    // Up, down, and as it was.
    const next = sort === key ? `-${key}` : sort === `-${key}` ? null : key;
    this.goTo({ ...this.place(), sort: next });
  }

  protected clearFilters(): void {
    this.goTo({ ...this.place(), filters: {}, q: '' });
  }

  protected openRow(row: Row): void {
    const opened = this.dialog.open<ActionDescription<Row>>(RowSheet, {
      ariaLabel: this.model().title(row),
      panelClass: 'sheet-pane',
      backdropClass: 'overlay-backdrop',
      data: { model: this.model(), row },
    });
    opened.closed.subscribe((action) => action && void this.run(action, [row]));
  }

  protected async run(action: ActionDescription<Row>, rows: readonly Row[]): Promise<void> {
    const outcome = await this.runner.run(this.model(), action, rows, () => this.store.reload());
    if (!outcome) return;
    this.selection.clear();
    for (const row of outcome.changed) this.store.accept(row);
    // They may belong into another list now.
    this.store.reload();
  }

  protected async runForAll(action: BulkActionDescription<Row>): Promise<void> {
    const rows = this.selection.rows();
    if (!(await this.runner.runForAll(action, rows, () => this.store.reload()))) return;
    this.selection.clear();
    this.store.reload();
  }

  /** Shows it at once; what is refused is put back. */
  protected async move(id: number, by: 1 | -1): Promise<void> {
    const row = this.store.rows().find((candidate) => candidate.id === id);
    const ids = this.store.move(id, by);
    if (!row || ids.length === 0) return;
    // The row has gone to another place in the document, and its focus was lost on the way.
    afterNextRender({ read: () => focusRow(this.host.nativeElement, id) }, { injector: this.injector });
    if (!(await this.runner.runMove(this.model(), row, ids))) this.store.reload();
  }

  protected async runForList(action: ListActionDescription<Row>): Promise<void> {
    if (await this.runner.runForList(action, this.place())) this.store.reload();
  }
}
