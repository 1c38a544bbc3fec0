import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import type { PersonName } from './name-rules';

/** The fields for first and last name, side by side where there is room. */
@Component({
  selector: 'app-name-fields',
  imports: [Control, Field, FormField],
  template: `
    <ui-field label="First name" [of]="of().first_name">
      <input uiControl autocomplete="given-name" [formField]="of().first_name" />
    </ui-field>
    <ui-field label="Last name" [of]="of().last_name">
      <input uiControl autocomplete="family-name" [formField]="of().last_name" />
    </ui-field>
  `,
  host: { class: 'grid gap-4 sm:grid-cols-2' },
})
export class NameFields {
  readonly of = input.required<FieldTree<PersonName>>();
}
