import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import type { FormFieldDescription, Typed } from '../registry/field-description';
import type { Row } from '../registry/model-description';
import { ChoicesField } from './choices-field';
import { isAskedFor } from './model-form-rules';
import { PersonField } from './person-field';

const INPUTS = { text: 'text', email: 'email', url: 'url', secret: 'text', number: 'text' } as const;

/** The fields of a form, as described; those that do not apply are not there. */
@Component({
  selector: 'app-form-fields',
  imports: [ChoicesField, Control, Field, FormField, PersonField],
  template: `
    @for (field of shown(); track field.name) {
      @let at = fieldOf(field.name);
      @switch (field.kind) {
        @case ('choices') {
          <app-choices-field
            [formField]="at"
            [label]="field.label"
            [hint]="hintOf(field)"
            [options]="field.options ?? []"
          />
        }
        @case ('choice') {
          <ui-field [label]="field.label" [hint]="hintOf(field)" [of]="at">
            <select uiControl [formField]="at">
              @for (option of field.options; track option.value) {
                <option [value]="option.value">{{ option.label }}</option>
              }
            </select>
          </ui-field>
        }
        @case ('person') {
          <ui-field [label]="field.label" [hint]="hintOf(field)" [of]="at">
            <app-person-field [formField]="at" />
          </ui-field>
        }
        @default {
          <ui-field [label]="field.label" [hint]="hintOf(field)" [of]="at">
            <input
              uiControl
              autocomplete="off"
              spellcheck="false"
              [attr.inputmode]="field.kind === 'number' ? 'numeric' : null"
              [formField]="at"
              [type]="inputs[field.kind]"
            />
          </ui-field>
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

  protected readonly inputs = INPUTS;
  protected readonly shown = computed(() =>
    this.fields().filter((field) => isAskedFor(field, this.row(), this.of()().value())),
  );

  protected fieldOf(name: string): FieldTree<string> {
    return (this.of() as unknown as Record<string, FieldTree<string>>)[name]!;
  }

  protected hintOf({ hint = '', keeps }: FormFieldDescription<Row>): string {
    const row = this.row();
    if (row === null || !keeps?.(row)) return typeof hint === 'string' ? hint : hint(this.of()().value());
    return 'Never shown again. Left empty, it stays as it is.';
  }
}
