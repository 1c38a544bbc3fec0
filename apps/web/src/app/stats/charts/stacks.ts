import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FigureTable, cellWords, largest } from './figure-table';
import { Legend } from './legend';
import { FILLS } from './looks';

/** One bar for each row, of the parts that its total consists of; each part, and the total, leads to its list. */
@Component({
  selector: 'app-stacks',
  imports: [Legend, RouterLink],
  template: `
    <app-legend class="mb-3" [columns]="columns()" />
    <ul class="flex flex-col gap-1.5">
      @for (row of rows(); track row.name) {
        <li
          class="grid grid-cols-[6.5rem_minmax(0,1fr)] sm:grid-cols-[9rem_minmax(0,1fr)] items-center gap-x-3"
        >
          <span class="truncate text-small text-muted" [title]="row.name">{{ row.name }}</span>
          <span class="flex h-6 items-center gap-2">
            <span class="flex h-6 shrink-0 items-center gap-0.5" [style.width]="widthOf(row.share)">
              @for (part of row.parts; track part.label) {
                <a
                  class="flex h-6 min-w-0.5 items-center rounded-chip hover:opacity-75"
                  routerLink="/tickets"
                  [attr.aria-label]="part.label"
                  [queryParams]="part.open"
                  [style.flex]="part.value"
                  [title]="part.label"
                >
                  <span class="h-3.5 w-full rounded-chip" [class]="part.fill"></span>
                </a>
              }
            </span>
            <a
              class="min-w-6 text-small font-medium tabular-nums hover:underline"
              routerLink="/tickets"
              [attr.aria-label]="row.total.label"
              [queryParams]="row.total.open"
              >{{ row.total.words }}</a
            >
          </span>
        </li>
      }
    </ul>
  `,
  host: { class: 'block' },
})
export class Stacks {
  readonly table = input.required<FigureTable>();
  /** The columns of the parts. */
  readonly drawn = input.required<readonly number[]>();
  /** The column of what they make together. */
  readonly total = input.required<number>();

  protected readonly columns = computed(() =>
    this.drawn().flatMap((index) => this.table().columns[index] ?? []),
  );
  protected readonly rows = computed(() => {
    const max = largest(this.table(), [this.total()]);
    return this.table().rows.map((row) => {
      const total = this.partOf(row, this.total());
      const parts = this.drawn().map((index) => this.partOf(row, index));
      return {
        name: row.name,
        share: total.value / max,
        total,
        parts: parts.filter(({ value }) => value > 0),
      };
    });
  });

  protected widthOf(share: number): string {
    return share === 0 ? '0' : `max(6px, calc((100% - 3rem) * ${share}))`;
  }

  private partOf({ name, cells }: FigureTable['rows'][number], index: number) {
    const column = this.table().columns[index] ?? { label: '' };
    const cell = cells[index] ?? { value: null, open: null };
    const words = cellWords(column, cell);
    return {
      words,
      label: `${name}: ${words} ${column.label.toLowerCase()}`,
      value: cell.value ?? 0,
      open: cell.open,
      fill: FILLS[column.look ?? 'plain'],
    };
  }
}
