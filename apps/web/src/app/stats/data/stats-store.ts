import { httpResource } from '@angular/common/http';
import { Injectable, type ResourceRef, computed, linkedSignal, signal } from '@angular/core';
import type { AgentStatsList, TicketStats } from '@ticketing/contracts';
import type { Period } from './period';

/** The statistics on screen. While others load, or fail to, what is known stays. */
@Injectable()
export class StatsStore {
  private readonly period = signal<Period | null>(null);
  private readonly statsAnswer = httpResource<TicketStats>(() => this.request('/api/tickets/stats/'));
  private readonly agentsAnswer = httpResource<AgentStatsList>(() =>
    this.request('/api/tickets/stats/agents/'),
  );
  private readonly answers: readonly ResourceRef<unknown>[] = [this.statsAnswer, this.agentsAnswer];

  readonly stats = lastOf(this.statsAnswer);
  readonly agents = lastOf(this.agentsAnswer);
  readonly isLoading = computed(() => this.answers.some((answer) => answer.isLoading()));
  readonly error = computed(() => this.answers.map((answer) => answer.error()).find(Boolean));

  open(period: Period): void {
    this.period.set(period);
  }

  reload(): void {
    for (const answer of this.answers) answer.reload();
  }

  private request(url: string) {
    const period = this.period();
    return period ? { url, params: { from: period.from, to: period.to } } : undefined;
  }
}

/** The last answer that came. Call it in an injection context. */
function lastOf<T>(answer: ResourceRef<T | undefined>) {
  return linkedSignal<T | undefined, T | null>({
    source: () => (answer.hasValue() ? answer.value() : undefined),
    computation: (value, previous) => value ?? previous?.value ?? null,
  }).asReadonly();
}
