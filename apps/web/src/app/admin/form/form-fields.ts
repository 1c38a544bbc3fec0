import { Component, computed, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { FormFieldDescription, Typed } from '../registry/field-description';
import type { Row } from '../registry/model-description';
import { FormFieldView } from './form-field-view';
import { isShown } from './model-form-rules';

/** Fields that stand under one heading, or under none. */
interface FieldGroup {
  heading: string | null;
  fields: FormFieldDescription<Row>[];
}

/** The fields of a form, as described, under their headings; those that do not apply are not there. */
@Component({
  selector: 'app-form-fields',
  imports: [FormFieldView],
  template: `
    @for (group of groups(); track group.heading) {
      @if (group.heading) {
        <fieldset class="flex flex-col gap-4 border-t border-line pt-4 first:border-0 first:pt-0">
          <legend class="float-left w-full font-semibold">{{ group.heading }}</legend>
          @for (field of group.fields; track field.name) {
            <app-form-field [field]="field" [of]="of()" [row]="row()" />
          }
        </fieldset>
      } @else {
        @for (field of group.fields; track field.name) {
          <app-form-field [field]="field" [of]="of()" [row]="row()" />
        }
      }
    }
  `,
  host: { class: 'flex flex-col gap-4' },
})
export class FormFields {
  readonly fields = input.required<readonly FormFieldDescription<Row>[]>();
  readonly of = input.required<FieldTree<Typed>>();
  /** What the form is about; null for something new. */
  readonly row = input<Row | null>(null);

  private readonly shown = computed(() =>
    this.fields().filter((field) => isShown(field, this.row(), this.of()().value())),
  );
  protected readonly groups = computed(() => grouped(this.fields(), this.shown()));
}

/** A field without a section of its own belongs to that of the field before it, be that one shown or not. */
function grouped(
  all: readonly FormFieldDescription<Row>[],
  shown: readonly FormFieldDescription<Row>[],
): FieldGroup[] {
  const groups: FieldGroup[] = [];
  let heading: string | null = null;
  for (const field of all) {
    heading = field.section ?? heading;
    if (!shown.includes(field)) continue;
    if (groups.at(-1)?.heading === heading) groups.at(-1)?.fields.push(field);
    else groups.push({ heading, fields: [field] });
  }
  return groups;
}
