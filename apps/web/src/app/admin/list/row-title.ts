import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { deletedAt } from '../data/model-actions';
import { DELETED, ToneBadge } from '../look/tone-badge';
import { ValueView } from '../look/value-view';
import type { ColumnDescription, ModelDescription, Row } from '../registry/model-description';

/** The first column: it leads to the row, by its address or, where it has none, by a sheet. */
@Component({
  selector: 'app-row-title',
  imports: [RouterLink, ToneBadge, ValueView],
  template: `
    @if (model().one) {
      <a
        data-open
        class="block truncate leading-11 font-medium hover:underline max-lg:-my-2.5 max-lg:py-2.5 max-lg:leading-6 max-lg:whitespace-normal"
        [routerLink]="['/admin', model().key, row().id]"
        ><app-value-view [field]="column()" [row]="row()" />
        @if (isDeleted()) {
          &ngsp;<app-tone-badge class="ml-1" [of]="deleted" />
        }
      </a>
    } @else {
      <button
        data-open
        class="block w-full truncate text-left leading-11 font-medium hover:underline max-lg:-my-2.5 max-lg:py-2.5 max-lg:leading-6 max-lg:whitespace-normal"
        type="button"
        aria-haspopup="dialog"
        (click)="opened.emit()"
      >
        <app-value-view [field]="column()" [row]="row()" />
      </button>
    }
  `,
  host: { class: 'block min-w-0' },
})
export class RowTitle {
  readonly model = input.required<ModelDescription>();
  readonly column = input.required<ColumnDescription<Row>>();
  readonly row = input.required<Row>();
  readonly opened = output();

  protected readonly deleted = DELETED;
  protected readonly isDeleted = computed(() => deletedAt(this.model(), this.row()) !== null);
}
