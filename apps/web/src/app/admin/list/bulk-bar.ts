import { Component, computed, input, output } from '@angular/core';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { actionsOf } from '../data/model-actions';
import type { BulkActionDescription } from '../registry/bulk-action-description';
import type { ActionDescription, ModelDescription, Row } from '../registry/model-description';
import type { Selection } from './selection';

/** How many rows are selected, and what can be done with them. Not there while none are. */
@Component({
  selector: 'app-bulk-bar',
  imports: [Button, Icon],
  templateUrl: './bulk-bar.html',
})
export class BulkBar {
  readonly model = input.required<ModelDescription>();
  readonly selection = input.required<Selection>();
  /** How many rows are loaded. */
  readonly loaded = input.required<number>();
  readonly busy = input(false);
  readonly acted = output<ActionDescription<Row>>();
  readonly actedOnAll = output<BulkActionDescription<Row>>();

  protected readonly count = computed(() => this.selection().rows().length);
  /** An action that fits only some of the rows says how many. What one request can do is not done row by row. */
  protected readonly offers = computed(() => {
    const rows = this.selection().rows();
    const { bulkActions = [] } = this.model();
    return actionsOf(this.model())
      .filter(({ bulk, id }) => bulk && !bulkActions.some((action) => action.id === id))
      .map((action) => ({ action, able: rows.filter((row) => action.when?.(row) ?? true).length }))
      .filter(({ able }) => able > 0)
      .map(({ action, able }) => ({
        action,
        label: able === rows.length ? action.label : `${action.label} (${able})`,
      }));
  });
  /** What is done by one request: its preview says which rows it does not fit. */
  protected readonly offersForAll = computed(() => {
    const rows = this.selection().rows();
    return (this.model().bulkActions ?? []).filter(({ when }) => !when || rows.some((row) => when(row)));
  });
}
