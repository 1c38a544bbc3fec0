import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';

/** A field for a password. `autocomplete` tells password managers whether to fill one in or to make one up. */
@Component({
  selector: 'app-password-field',
  imports: [Control, Field, FormField],
  template: `
    <ui-field [label]="label()" [hint]="hint()" [of]="of()">
      <input uiControl type="password" [attr.autocomplete]="autocomplete()" [formField]="of()" />
    </ui-field>
  `,
  host: { class: 'block' },
})
export class PasswordField {
  readonly of = input.required<FieldTree<string>>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly label = input('Password');
  readonly hint = input('');
}
