import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { type FigureTable, cellWords, largest } from './figure-table';
import { Legend } from './legend';
import { FILLS } from './looks';

interface Bar {
  label: string;
  words: string;
  share: number;
  fill: string;
  open: Params | null;
}

/** Bars that lie under the name of their row, each with its number; each leads to its list. */
@Component({
  selector: 'app-bars',
  imports: [Legend, RouterLink],
  template: `
    @if (columns().length > 1) {
      <app-legend class="mb-3" [columns]="columns()" />
    }
    <ul class="flex flex-col" [class]="columns().length > 1 ? 'gap-2.5' : 'gap-1'">
      @for (row of rows(); track row.name) {
        <li
          class="grid grid-cols-[6.5rem_minmax(0,1fr)] sm:grid-cols-[9rem_minmax(0,1fr)] items-center gap-x-3"
        >
          <span class="truncate text-small text-muted" [title]="row.name">{{ row.name }}</span>
          <span class="flex flex-col">
            @for (bar of row.bars; track bar.label) {
              @if (bar.open; as params) {
                <a
                  class="group flex h-6 items-center gap-2 rounded-chip"
                  routerLink="/tickets"
                  [attr.aria-label]="bar.label"
                  [queryParams]="params"
                >
                  <span
                    class="h-3.5 shrink-0 rounded-chip group-hover:opacity-75"
                    [class]="bar.fill"
                    [style.width]="widthOf(bar)"
                  ></span>
                  <span class="text-small font-medium tabular-nums group-hover:underline">{{
                    bar.words
                  }}</span>
                </a>
              } @else {
                <span class="flex h-6 items-center gap-2">
                  <span
                    class="h-3.5 shrink-0 rounded-chip"
                    [class]="bar.fill"
                    [style.width]="widthOf(bar)"
                  ></span>
                  <span class="text-small font-medium tabular-nums">{{ bar.words }}</span>
                </span>
              }
            }
          </span>
        </li>
      }
    </ul>
  `,
  host: { class: 'block' },
})
export class Bars {
  readonly table = input.required<FigureTable>();
  /** Which columns are drawn. */
  readonly drawn = input.required<readonly number[]>();

  protected readonly columns = computed(() =>
    this.drawn().flatMap((index) => this.table().columns[index] ?? []),
  );
  protected readonly rows = computed(() => {
    const max = largest(this.table(), this.drawn());
    return this.table().rows.map(({ name, cells }) => ({
      name,
      bars: this.drawn().flatMap((index): Bar | [] => {
        const column = this.table().columns[index];
        const cell = cells[index];
        if (!column || !cell) return [];
        const words = cellWords(column, cell);
        return {
          words,
          label: `${name}: ${words} ${column.label.toLowerCase()}`,
          share: (cell.value ?? 0) / max,
          fill: FILLS[column.look ?? 'plain'],
          open: cell.open,
        };
      }),
    }));
  });

  /** Room for the number stays; what is not nothing shows. */
  protected widthOf({ share }: Bar): string {
    return share === 0 ? '0' : `max(3px, calc((100% - 3.5rem) * ${share}))`;
  }
}
