import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FigureTable, cellWords } from './figure-table';

/** The numbers of a figure as a table. Wide ones scroll inside. */
@Component({
  selector: 'app-table-twin',
  imports: [RouterLink],
  template: `
    <div
      class="relative overflow-x-auto rounded-control border border-line"
      role="region"
      tabindex="0"
      [attr.aria-label]="label()"
    >
      <table class="w-full text-small tabular-nums">
        <thead class="bg-subtle text-muted">
          <tr>
            <th scope="col" class="sticky left-0 bg-subtle px-3 py-1.5 text-left font-medium">
              {{ table().corner }}
            </th>
            @for (column of table().columns; track $index) {
              <th scope="col" class="px-3 py-1.5 text-right font-medium">{{ column.label }}</th>
            }
          </tr>
        </thead>
        <tbody class="divide-y divide-line">
          @for (row of rows(); track $index) {
            <tr>
              <th
                scope="row"
                class="sticky left-0 bg-raised px-3 py-1 text-left font-normal max-sm:max-w-32 sm:whitespace-nowrap"
              >
                {{ row.name }}
              </th>
              @for (cell of row.cells; track $index) {
                <td class="px-3 py-1 text-right whitespace-nowrap">
                  @if (cell.open; as params) {
                    <a
                      class="inline-block min-w-6 leading-6 text-link hover:underline"
                      routerLink="/tickets"
                      [queryParams]="params"
                      >{{ cell.words }}</a
                    >
                  } @else {
                    <span class="leading-6">{{ cell.words }}</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  host: { class: 'block min-w-0' },
})
export class TableTwin {
  readonly table = input.required<FigureTable>();
  readonly label = input.required<string>();

  protected readonly rows = computed(() =>
    this.table().rows.map(({ name, cells }) => ({
      name,
      cells: cells.map((cell, index) => ({
        open: cell.open,
        words: cellWords(this.table().columns[index] ?? { label: '' }, cell),
      })),
    })),
  );
}
