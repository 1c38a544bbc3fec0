import { Component, input } from '@angular/core';
import type { FigureColumn } from './figure-table';
import { FILLS } from './looks';

/** What the looks of a chart stand for. */
@Component({
  selector: 'app-legend',
  template: `
    <ul class="flex flex-wrap gap-x-4 gap-y-1 text-small text-muted">
      @for (column of columns(); track column.label) {
        <li class="flex items-center gap-1.5">
          <span
            class="h-3 w-4 rounded-chip"
            aria-hidden="true"
            [class]="fills[column.look ?? 'plain']"
          ></span>
          {{ column.label }}
        </li>
      }
    </ul>
  `,
  host: { class: 'block' },
})
export class Legend {
  readonly columns = input.required<readonly FigureColumn[]>();

  protected readonly fills = FILLS;
}
