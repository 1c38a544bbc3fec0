import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { Button } from '../../ui/button';
import { ButtonRow } from '../../ui/button-row';
import { DialogFrame } from '../../ui/dialog-frame';
import { Icon } from '../../ui/icon';
import { actionsFor } from '../data/model-actions';
import type { ActionDescription, ModelDescription, Row } from '../registry/model-description';
import { FieldList } from './field-list';
import { SectionView } from './section-view';

/** All that the list knows about a row, for models without an address for one. Closes with the action chosen. */
@Component({
  selector: 'app-row-sheet',
  imports: [Button, ButtonRow, DialogFrame, FieldList, Icon, SectionView],
  template: `
    <ui-dialog-frame [heading]="data.model.title(data.row)">
      @for (section of sections; track section.heading) {
        @if (section.view; as view) {
          <ng-container [appSectionView]="view" [row]="data.row" />
        } @else {
          <section class="mb-5">
            <h3 class="mb-2 text-small font-semibold text-muted">{{ section.heading }}</h3>
            <app-field-list stacked [fields]="section.fields ?? []" [row]="data.row" />
          </section>
        }
      }
      <div uiButtonRow [wide]="true">
        @for (action of actions; track action.id) {
          <button
            uiButton
            type="button"
            [look]="action.danger ? 'danger' : 'primary'"
            (click)="dialog.close(action)"
          >
            <ui-icon [name]="action.icon" [size]="15" />{{ action.label }}
          </button>
        }
      </div>
    </ui-dialog-frame>
  `,
  host: { class: 'flex w-full min-h-0' },
})
export class RowSheet {
  protected readonly data = inject<{ model: ModelDescription; row: Row }>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<ActionDescription<Row>>>(DialogRef);
  protected readonly sections = this.data.model.sections.filter(({ when }) => when?.(this.data.row) ?? true);
  protected readonly actions = actionsFor(this.data.model, this.data.row);
}
