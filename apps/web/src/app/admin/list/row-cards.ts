import { Component, computed, input, output } from '@angular/core';
import { wordsOf } from '../data/arrange-rows';
import { ValueView } from '../look/value-view';
import { valueOf } from '../registry/field-description';
import type { ColumnDescription, ModelDescription, Row } from '../registry/model-description';
import { type Moves, RowMenu } from './row-menu';
import type { RowActed, RowMoved } from './row-table';
import { RowTitle } from './row-title';
import type { Selection } from './selection';

/** Rows as cards, where a table would not fit. */
@Component({
  selector: 'app-row-cards',
  imports: [RowMenu, RowTitle, ValueView],
  template: `
    <ul class="divide-y divide-line" [attr.aria-label]="model().plural">
      @for (row of rows(); track row.id) {
        <li
          class="flex gap-3 px-4 py-3 data-selected:bg-selected"
          [attr.data-row]="row.id"
          [attr.data-selected]="selection()?.has(row.id) ? '' : null"
        >
          @if (selection(); as chosen) {
            <label class="-my-2.5 -ml-2 flex size-11 shrink-0 items-center justify-center">
              <span class="sr-only">Select {{ model().title(row) }}</span>
              <input
                class="size-5 accent-accent"
                type="checkbox"
                [checked]="chosen.has(row.id)"
                (change)="chosen.toggle(row.id)"
              />
            </label>
          }
          <div class="min-w-0 flex-1">
            <div class="flex items-start gap-2">
              <app-row-title
                class="flex-1 text-title"
                [model]="model()"
                [column]="columns()[0]!"
                [row]="row"
                (opened)="opened.emit(row)"
              />
              <app-row-menu
                class="-my-1.5 -mr-2"
                [model]="model()"
                [moves]="movesOf($index)"
                [row]="row"
                (acted)="acted.emit({ action: $event, row })"
                (moved)="moved.emit({ row, by: $event })"
              />
            </div>
            <dl class="mt-1 flex flex-col gap-1 text-small">
              @for (column of filled(row); track column.key) {
                <div class="flex items-baseline gap-2">
                  <dt class="shrink-0 text-muted" [class.sr-only]="column.kind === 'badge'">
                    {{ column.label }}
                  </dt>
                  <dd class="line-clamp-3 min-w-0 wrap-anywhere">
                    <app-value-view [field]="column" [row]="row" />
                  </dd>
                </div>
              }
            </dl>
          </div>
        </li>
      }
    </ul>
  `,
  host: { class: 'block' },
})
export class RowCards {
  readonly model = input.required<ModelDescription>();
  readonly rows = input.required<readonly Row[]>();
  readonly columns = input.required<readonly ColumnDescription<Row>[]>();
  /** Null where nothing can be done with several rows. */
  readonly selection = input<Selection | null>(null);
  /** Whether the rows can be moved. */
  readonly movable = input(false);
  readonly opened = output<Row>();
  readonly acted = output<RowActed>();
  readonly moved = output<RowMoved>();

  private readonly rest = computed(() => this.columns().slice(1));

  /** What a row has nothing of takes no room. */
  protected filled(row: Row): ColumnDescription<Row>[] {
    return this.rest().filter((column) => wordsOf(valueOf(column, row)) !== '');
  }

  protected movesOf(index: number): Moves | null {
    return this.movable() ? { up: index > 0, down: index < this.rows().length - 1 } : null;
  }
}
