import { Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { ActionRunner } from '../data/action-runner';
import { AdminSection } from '../look/admin-section';
import { NotHere } from '../look/not-here';
import { PageHeading } from '../look/page-heading';
import { Models } from '../models';
import type { ModelDescription, Row } from '../registry/model-description';
import { ModelForm } from './model-form';

/** Makes a new one of the model that the address names. */
@Component({
  selector: 'app-new-row-page',
  imports: [AdminSection, ModelForm, NotHere, PageHeading],
  template: `
    @if (description(); as model) {
      <div class="mx-auto flex w-full max-w-2xl flex-col gap-4 px-4 py-4 lg:px-6">
        <app-page-heading
          [back]="model.plural"
          [backTo]="'/admin/' + model.key"
          [heading]="'New ' + model.singular.toLowerCase()"
        />
        <app-admin-section heading="Settings">
          <app-model-form [model]="model" (saved)="created(model, $event)" />
        </app-admin-section>
      </div>
    } @else {
      <app-not-here />
    }
  `,
  host: { class: 'block h-full overflow-y-auto bg-subtle' },
})
export class NewRowPage {
  /** Key of the model, from the path. */
  readonly model = input.required<string>();

  private readonly models = inject(Models);
  private readonly router = inject(Router);
  private readonly runner = inject(ActionRunner);
  protected readonly description = computed(() => {
    const model = this.models.find(this.model());
    return model?.form?.create ? model : undefined;
  });

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`New ${this.description()?.singular.toLowerCase() ?? ''}`));
  }

  protected async created(model: ModelDescription, row: Row): Promise<void> {
    // What is shown once only must be seen before anything else is.
    await this.runner.showSecrets(model, [row]);
    await this.router.navigate(['/admin', model.key, row.id]);
  }
}
