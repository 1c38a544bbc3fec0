import { Component, type ResourceRef, computed, input } from '@angular/core';
import { sentenceFor } from '../../core/http/problem';
import { Notice } from '../../ui/notice';
import type { Forecast } from '../registry/bulk-action-description';
import { RefusedList } from './refused-list';

/** What would happen, as far as it is known. */
@Component({
  selector: 'app-forecast-view',
  imports: [Notice, RefusedList],
  template: `
    @if (of().error(); as failure) {
      <ui-notice kind="danger">
        What would happen is not known. {{ sentenceFor(failure) }}
        <button class="min-h-6 font-medium underline" type="button" (click)="of().reload()">Try again</button>
      </ui-notice>
    } @else if (known(); as forecast) {
      <div class="flex flex-col gap-3" role="status" [class.opacity-60]="of().isLoading()">
        @if (forecast.effects.length > 0) {
          <ul class="flex list-disc flex-col gap-1 pl-5" aria-label="What will happen">
            @for (effect of forecast.effects; track $index) {
              <li class="wrap-anywhere">{{ effect }}</li>
            }
          </ul>
        }
        @if (numbers(); as words) {
          <p class="text-muted">{{ words }}</p>
        }
      </div>
      @if (forecast.refused?.length) {
        <app-refused-list class="mt-3" [refused]="forecast.refused!" />
      }
    } @else if (of().isLoading()) {
      <p class="text-muted" role="status">Finding out what will happen…</p>
    }
  `,
  host: { class: 'block empty:hidden' },
})
export class ForecastView {
  readonly of = input.required<ResourceRef<Forecast | undefined>>();

  protected readonly sentenceFor = sentenceFor;
  protected readonly known = computed(() => (this.of().hasValue() ? this.of().value() : undefined));
  protected readonly numbers = computed(() => {
    const { changed, unchanged = 0, refused } = this.known() ?? {};
    if (changed === undefined) return '';
    const words = [
      changed === 0 ? 'Nothing would change.' : `${changed} will change.`,
      counted(unchanged, 'is like that already.', 'are like that already.'),
      counted(refused?.length ?? 0, 'stays as it is:', 'stay as they are:'),
    ];
    return words.filter(Boolean).join(' ');
  });
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
