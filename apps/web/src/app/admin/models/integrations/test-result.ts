import { Component, computed, input } from '@angular/core';
import type { IntegrationTestResult } from '@ticketing/contracts';
import { ToneBadge } from '../../look/tone-badge';
import { Exchange } from './exchange';

/** What came of a test, right now. */
@Component({
  selector: 'app-test-result',
  imports: [Exchange, ToneBadge],
  template: `
    <div class="rounded-control bg-subtle p-3">
      <p class="flex flex-wrap items-center gap-2" role="status">
        <app-tone-badge [of]="badge()" />
        <span class="text-small text-muted tabular-nums"
          >{{ result().status === null ? 'No answer' : 'Answer ' + result().status }} after
          {{ result().duration_ms }} ms</span
        >
      </p>
      <app-exchange
        class="mt-3"
        [answer]="result().answer"
        [error]="result().error"
        [request]="result().request"
      />
    </div>
  `,
  host: { class: 'block' },
})
export class TestResult {
  readonly result = input.required<IntegrationTestResult>();

  protected readonly badge = computed(() =>
    this.result().is_success
      ? ({ label: 'The test got through', tone: 'good' } as const)
      : ({ label: 'The test failed', tone: 'bad' } as const),
  );
}
