import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { NotHere } from '../look/not-here';
import { Models } from '../models';
import { RowHistory } from './row-history';

/** The history of the row that the address names. */
@Component({
  selector: 'app-row-history-page',
  imports: [NotHere, RowHistory],
  template: `
    @for (shown of named(); track shown.id) {
      <app-row-history class="h-full" [model]="shown.model" [history]="shown.history" [id]="shown.id" />
    } @empty {
      <app-not-here />
    }
  `,
  host: { class: 'block h-full' },
})
export class RowHistoryPage {
  /** Key of the model and id of the row, from the path. */
  readonly model = input.required<string>();
  readonly id = input.required({ transform: numberAttribute });

  private readonly models = inject(Models);
  protected readonly named = computed(() => {
    const model = this.models.find(this.model());
    const isNamed = model?.history !== undefined && Number.isInteger(this.id());
    return isNamed ? [{ model, history: model.history!, id: this.id() }] : [];
  });
}
