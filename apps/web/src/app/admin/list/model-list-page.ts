import { Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NotHere } from '../look/not-here';
import { Models } from '../models';
import { ModelList } from './model-list';

/** The list that the address names. */
@Component({
  selector: 'app-model-list-page',
  imports: [ModelList, NotHere],
  template: `
    <!-- Another model gets a list of its own: nothing selected or loaded is carried over. -->
    @for (model of description(); track model.key) {
      <app-model-list class="h-full" [model]="model" />
    } @empty {
      <app-not-here />
    }
  `,
  host: { class: 'block h-full' },
})
export class ModelListPage {
  /** Key of the model, from the path. */
  readonly model = input.required<string>();

  private readonly models = inject(Models);
  protected readonly description = computed(() => {
    const model = this.models.find(this.model());
    return model ? [model] : [];
  });

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(this.description()[0]?.plural ?? 'Not found'));
  }
}
