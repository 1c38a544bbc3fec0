import { Component, computed, input } from '@angular/core';
import type { IntegrationRequest } from '@ticketing/contracts';

const PRE =
  'mt-1 max-h-64 overflow-auto rounded-control border border-line bg-surface p-2 font-mono text-meta whitespace-pre-wrap wrap-anywhere';

/** What was sent, and what came back. */
@Component({
  selector: 'app-exchange',
  template: `
    @if (error(); as words) {
      <p class="mb-2 text-small text-danger">{{ words }}</p>
    }
    <h3 class="text-meta font-medium text-muted">Sent</h3>
    <pre tabindex="0" aria-label="Sent" role="group" [class]="pre">{{ sent() }}</pre>
    <h3 class="mt-2 text-meta font-medium text-muted">Answer</h3>
    @if (answer()) {
      <pre tabindex="0" aria-label="Answer" role="group" [class]="pre">{{ answer() }}</pre>
    } @else {
      <p class="text-small text-muted">Nothing came back.</p>
    }
  `,
  host: { class: 'block' },
})
export class Exchange {
  readonly request = input.required<IntegrationRequest>();
  readonly answer = input.required<string>();
  readonly error = input<string | null>(null);

  protected readonly pre = PRE;
  protected readonly sent = computed(() => {
    const { method, url, headers, body } = this.request();
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return [`${method} ${url}`, ...lines, ...(body ? ['', indented(body)] : [])].join('\n');
  });
}

/** JSON is easier to read with lines. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
