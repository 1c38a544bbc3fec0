import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { LIMITS, type Page } from '@ticketing/contracts';
import type { BadgeValue } from '../registry/field-description';
import type { ModelDescription, Row } from '../registry/model-description';
import { ToneBadge } from './tone-badge';

/** How much of a model waits for somebody. */
@Component({
  selector: 'app-attention-count',
  imports: [ToneBadge],
  template: `
    @if (answer.error()) {
      <app-tone-badge [of]="unknown" />
    } @else if (badge(); as shown) {
      <app-tone-badge [of]="shown" />
    }
  `,
  host: { class: 'inline-flex' },
})
export class AttentionCount {
  readonly model = input.required<ModelDescription>();

  protected readonly unknown: BadgeValue = { label: 'Could not be counted', tone: 'quiet' };
  protected readonly answer = httpResource<Partial<Page<Row>>>(() => {
    const { attention, list } = this.model();
    if (!attention) return undefined;
    const limit: Record<string, string> = list.whole ? {} : { limit: String(LIMITS.page.max) };
    return { url: list.url, params: { ...attention.params, ...limit } };
  });
  protected readonly badge = computed<BadgeValue | null>(() => {
    const { attention } = this.model();
    if (!attention || !this.answer.hasValue()) return null;
    const { results = [], next_cursor, total } = this.answer.value();
    const found = attention.counts ? results.filter((row) => attention.counts?.(row)).length : results.length;
    if (found === 0) return { label: 'All well', tone: 'good' };
    const many = typeof total === 'number' ? String(total) : `${found}${next_cursor ? '+' : ''}`;
    return { label: attention.words(many), tone: 'bad' };
  });
}
