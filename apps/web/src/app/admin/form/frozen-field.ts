import { Component, computed, input } from '@angular/core';
import { Markdown } from '../../ui/markdown';
import {
  choicesOf,
  fixedOptions,
  type FormFieldDescription,
  type Option,
} from '../registry/field-description';
import type { Row } from '../registry/model-description';

/** A field of a form that can only be read. */
@Component({
  selector: 'app-frozen-field',
  imports: [Markdown],
  template: `
    <p class="text-small font-medium">{{ field().label }}</p>
    @if (field().kind === 'markdown' && words()) {
      <ui-markdown class="mt-1 block" [source]="words()" />
    } @else {
      <p class="mt-1 wrap-anywhere whitespace-pre-wrap">{{ words() || '–' }}</p>
    }
  `,
  host: { class: 'block' },
})
export class FrozenField {
  readonly field = input.required<FormFieldDescription<Row>>();
  readonly row = input.required<Row | null>();

  /** What stands there, for people. */
  protected readonly words = computed(() => {
    const { kind, start, startsWith } = this.field();
    if (kind === 'person') return startsWith?.(this.row())?.name ?? '';
    const value = start?.(this.row()) ?? '';
    return labelsOf(kind === 'flag' ? YES_OR_NO : fixedOptions(this.field()), value);
  });
}

const YES_OR_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function labelsOf(options: readonly Option[] | undefined, value: string): string {
  if (!options) return value;
  const chosen = options.filter((option) => choicesOf(value).includes(option.value));
  return chosen.map(({ label }) => label).join(', ');
}
