import { Component, booleanAttribute, input } from '@angular/core';
import { ValueView } from '../look/value-view';
import type { FieldDescription } from '../registry/field-description';
import type { Row } from '../registry/model-description';

/** Fields with their values: side by side, or one below the other where it is narrow. */
@Component({
  selector: 'app-field-list',
  imports: [ValueView],
  template: `
    <dl [class]="stacked() ? 'flex flex-col gap-3' : 'grid gap-x-6 gap-y-3 sm:grid-cols-2'">
      @for (field of fields(); track field.key) {
        <div class="min-w-0">
          <dt class="text-meta font-medium text-muted">{{ field.label }}</dt>
          <dd class="mt-0.5 wrap-anywhere">
            <app-value-view lines [field]="field" [row]="row()" />
          </dd>
        </div>
      }
    </dl>
  `,
  host: { class: 'block' },
})
export class FieldList {
  readonly fields = input.required<readonly FieldDescription<Row>[]>();
  readonly row = input.required<Row>();
  readonly stacked = input(false, { transform: booleanAttribute });
}
