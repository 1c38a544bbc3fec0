import { Component, computed, input, output } from '@angular/core';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import type { ActionDescription, Row } from '../registry/model-description';

/** How many rows are selected, and what can be done with them. Not there while none are. */
@Component({
  selector: 'app-bulk-bar',
  imports: [Button, Icon],
  template: `
    @if (rows().length > 0) {
      <div
        class="absolute inset-x-4 bottom-18 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center justify-center gap-2 rounded-dialog border border-line bg-raised p-2 pl-4 shadow-popover lg:bottom-6"
        role="toolbar"
        aria-label="Selected rows"
      >
        <span class="font-medium tabular-nums" role="status">{{ rows().length }} selected</span>
        @for (offer of offers(); track offer.action.id) {
          <button
            uiButton
            type="button"
            [look]="offer.action.danger ? 'danger' : 'secondary'"
            [attr.aria-disabled]="busy()"
            (click)="acted.emit(offer.action)"
          >
            <ui-icon [name]="offer.action.icon" [size]="15" />{{ offer.label }}
          </button>
        }
        <button
          uiButton
          look="ghost"
          shape="icon"
          type="button"
          aria-label="Clear selection"
          (click)="cleared.emit()"
        >
          <ui-icon name="close" />
        </button>
      </div>
    }
  `,
})
export class BulkBar {
  readonly rows = input.required<readonly Row[]>();
  readonly actions = input.required<readonly ActionDescription<Row>[]>();
  readonly busy = input(false);
  readonly acted = output<ActionDescription<Row>>();
  readonly cleared = output();

  /** An action that fits only some of the rows says how many. */
  protected readonly offers = computed(() =>
    this.actions()
      .filter(({ bulk }) => bulk)
      .map((action) => ({ action, able: this.rows().filter((row) => action.when?.(row) ?? true).length }))
      .filter(({ able }) => able > 0)
      .map(({ action, able }) => ({
        action,
        label: able === this.rows().length ? action.label : `${action.label} (${able})`,
      })),
  );
}
