import { Component, computed, input, output } from '@angular/core';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { type MenuOption, MenuButton } from '../../ui/menu';
import type { ActionDescription, ModelDescription, Row } from '../registry/model-description';

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
  readonly acted = output<ActionDescription<Row>>();

  private readonly actions = computed(() =>
    this.model().actions.filter(({ when }) => when?.(this.row()) ?? true),
  );
  protected readonly title = computed(() => this.model().title(this.row()));
  protected readonly only = computed(() =>
    this.model().actions.length === 1 ? this.actions()[0] : undefined,
  );
  protected readonly options = computed<MenuOption[]>(() =>
    this.actions().map(({ id, label, icon }) => ({ id, label, icon })),
  );

  protected pick(id: string): void {
    const action = this.actions().find((candidate) => candidate.id === id);
    if (action) this.acted.emit(action);
  }
}
