import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { NotHere } from '../look/not-here';
import { Models } from '../models';
import { ModelDetail } from './model-detail';

/** The row that the address names. */
@Component({
  selector: 'app-model-detail-page',
  imports: [ModelDetail, NotHere],
  template: `
    <!-- Another row gets a page of its own: nothing typed or loaded is carried over. -->
    @for (shown of named(); track shown.id) {
      <app-model-detail class="h-full" [model]="shown.model" [id]="shown.id" />
    } @empty {
      <app-not-here />
    }
  `,
  host: { class: 'block h-full' },
})
export class ModelDetailPage {
  /** Key of the model and id of the row, from the path. */
  readonly model = input.required<string>();
  readonly id = input.required({ transform: numberAttribute });

  private readonly models = inject(Models);
  protected readonly named = computed(() => {
    const model = this.models.find(this.model());
    return model?.one && Number.isInteger(this.id()) ? [{ model, id: this.id() }] : [];
  });
}
