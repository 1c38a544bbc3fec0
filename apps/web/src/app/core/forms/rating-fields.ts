import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { ScorePicker } from '../../ui/score-picker';
import { SCORES, type TypedRating } from './rating-rules';

/** The fields for how a ticket was resolved: a number, and a line of text for who wants to say more. */
@Component({
  selector: 'app-rating-fields',
  imports: [Control, Field, FormField, ScorePicker],
  template: `
    <ui-score-picker
      label="Did this help?"
      lowest="Not at all"
      highest="Very much"
      [scores]="scores"
      [formField]="of().score"
    />
    <ui-field label="Anything to add? (optional)" [of]="of().comment">
      <textarea uiControl rows="2" [formField]="of().comment"></textarea>
    </ui-field>
  `,
  host: { class: 'flex flex-col gap-3' },
})
export class RatingFields {
  readonly of = input.required<FieldTree<TypedRating>>();

  protected readonly scores = SCORES;
}
