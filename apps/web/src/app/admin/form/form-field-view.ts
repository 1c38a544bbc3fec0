import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { MarkdownEditor } from '../../ui/markdown-editor';
import type { FormFieldDescription, Typed } from '../registry/field-description';
import type { Row } from '../registry/model-description';
import { ChoicesField } from './choices-field';
import { FlagField } from './flag-field';
import { formOptions } from './form-options';
import { FrozenField } from './frozen-field';
import { PersonField } from './person-field';

const INPUTS = { text: 'text', email: 'email', url: 'url', secret: 'text', number: 'text' } as const;

/** One field of a form, as its kind is filled in. */
@Component({
  selector: 'app-form-field',
  imports: [ChoicesField, Control, Field, FlagField, FormField, FrozenField, MarkdownEditor, PersonField],
  templateUrl: './form-field-view.html',
  host: { class: 'block' },
})
export class FormFieldView {
  readonly field = input.required<FormFieldDescription<Row>>();
  readonly of = input.required<FieldTree<Typed>>();
  /** What the form is about; null for something new. */
  readonly row = input.required<Row | null>();

  protected readonly inputs = INPUTS;
  protected readonly choices = formOptions(() => this.field());
  protected readonly at = computed(
    () => (this.of() as unknown as Record<string, FieldTree<string>>)[this.field().name]!,
  );
  protected readonly readOnly = computed(() => this.field().readOnly?.(this.row()) ?? false);
  protected readonly hint = computed(() => {
    const { hint = '', keeps } = this.field();
    const row = this.row();
    if (row === null || !keeps?.(row)) return typeof hint === 'string' ? hint : hint(this.of()().value());
    return 'Never shown again. Left empty, it stays as it is.';
  });
}
