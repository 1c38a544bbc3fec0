import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../ui/icon';
import { ValueView } from '../look/value-view';
import type {
  ActionDescription,
  ColumnDescription,
  ModelDescription,
  Row,
} from '../registry/model-description';
import { type Moves, RowMenu } from './row-menu';
import { RowTitle } from './row-title';
import type { Selection } from './selection';

/** What was chosen for a row. */
export interface RowActed {
  action: ActionDescription<Row>;
  row: Row;
}

/** Where a row was moved: one up, or one down. */
export interface RowMoved {
  row: Row;
  by: 1 | -1;
}

/** Rows as a table, where there is room for one. */
@Component({
  selector: 'app-row-table',
  imports: [Icon, RowMenu, RowTitle, ValueView],
  templateUrl: './row-table.html',
  host: { class: 'block' },
})
export class RowTable {
  readonly model = input.required<ModelDescription>();
  readonly rows = input.required<readonly Row[]>();
  readonly columns = input.required<readonly ColumnDescription<Row>[]>();
  readonly sort = input<string | null>(null);
  /** Null where nothing can be done with several rows. */
  readonly selection = input<Selection | null>(null);
  /** Key of the column. */
  readonly sorted = output<string>();
  /** Whether the rows can be moved. */
  readonly movable = input(false);
  readonly opened = output<Row>();
  readonly acted = output<RowActed>();
  readonly moved = output<RowMoved>();

  protected readonly rest = computed(() => this.columns().slice(1));
  protected readonly title = computed(() => this.columns()[0]!);

  protected direction(key: string): 'ascending' | 'descending' | null {
    if (this.sort() === key) return 'ascending';
    return this.sort() === `-${key}` ? 'descending' : null;
  }

  /** The click of a check box, by mouse or by the space bar, with or without Shift. */
  protected select(event: MouseEvent, row: Row): void {
    this.selection()?.toggle(row.id, event.shiftKey);
  }

  protected movesOf(index: number): Moves | null {
    return this.movable() ? { up: index > 0, down: index < this.rows().length - 1 } : null;
  }
}
