import { Component, computed, input, output } from '@angular/core';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { type MenuOption, MenuButton } from '../../ui/menu';
import { actionsFor, actionsOf } from '../data/model-actions';
import type { ActionDescription, ModelDescription, Row } from '../registry/model-description';

/** Where a row can be moved. */
export interface Moves {
  up: boolean;
  down: boolean;
}

const MOVE_UP: MenuOption = { id: '.up', label: 'Move up', icon: 'arrow-up' };
const MOVE_DOWN: MenuOption = { id: '.down', label: 'Move down', icon: 'arrow-down' };

/** What can be done with a row: one thing as a button, more as a menu. */
@Component({
  selector: 'app-row-menu',
  imports: [Button, Icon, MenuButton],
  template: `
    @if (only(); as action) {
      <button
        uiButton
        shape="small"
        type="button"
        [attr.aria-label]="action.label + ': ' + title()"
        (click)="acted.emit(action)"
      >
        <ui-icon [name]="action.icon" [size]="14" />{{ action.label }}
      </button>
    } @else if (options().length > 0) {
      <ui-menu [label]="'Actions: ' + title()" [options]="options()" (picked)="pick($event)">
        <ui-icon name="more" />
      </ui-menu>
    }
  `,
  host: { class: 'inline-flex' },
})
export class RowMenu {
  readonly model = input.required<ModelDescription>();
  readonly row = input.required<Row>();
  /** Where it can be moved; null where rows have no order of their own, or not all of them are there. */
  readonly moves = input<Moves | null>(null);
  readonly acted = output<ActionDescription<Row>>();
  readonly moved = output<1 | -1>();

  private readonly actions = computed(() => actionsFor(this.model(), this.row()));
  protected readonly title = computed(() => this.model().title(this.row()));
  protected readonly only = computed(() =>
    actionsOf(this.model()).length === 1 && !this.moves() ? this.actions()[0] : undefined,
  );
  protected readonly options = computed<MenuOption[]>(() => [
    ...(this.moves()?.up ? [MOVE_UP] : []),
    ...(this.moves()?.down ? [MOVE_DOWN] : []),
    ...this.actions().map(({ id, label, icon }) => ({ id, label, icon })),
  ]);

  protected pick(id: string): void {
    if (id === MOVE_UP.id) this.moved.emit(-1);
    if (id === MOVE_DOWN.id) this.moved.emit(1);
    const action = this.actions().find((candidate) => candidate.id === id);
    if (action) this.acted.emit(action);
  }
}
