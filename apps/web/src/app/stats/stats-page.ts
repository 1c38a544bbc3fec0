import { Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { sentenceFor } from '../core/http/problem';
import { BlankState } from '../ui/blank-state';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { keepingUp, outcomes, topics, urgency } from './data/flow-figures';
import { rushHours } from './data/heat-figure';
import { agents, backlog, load, scores } from './data/now-figures';
import { dayOf, periodFromUrl } from './data/period';
import { StatsStore } from './data/stats-store';
import { tilesOf } from './data/tiles';
import { FigureCard } from './figure-card';
import { PeriodPicker } from './period-picker';
import { TileCard } from './tile-card';
import { dayWords, periodWords } from './words/number-words';

/** How the desk does: numbers on top, then questions with their answers. */
@Component({
  selector: 'app-stats-page',
  imports: [BlankState, Button, FigureCard, Notice, PeriodPicker, Skeleton, TileCard],
  providers: [StatsStore],
  templateUrl: './stats-page.html',
  host: { class: 'block h-full overflow-y-auto bg-subtle' },
})
export class StatsPage {
  protected readonly store = inject(StatsStore);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  /** Days are those of UTC, as everything here. */
  protected readonly today = computed(() => {
    this.params();
    return dayOf(new Date());
  });
  protected readonly period = computed(() => periodFromUrl(this.params(), this.today()), {
    equal: (one, other) => one.from === other.from && one.to === other.to,
  });
  protected readonly failure = computed(() => {
    const error = this.store.error();
    return error ? sentenceFor(error) : null;
  });
  protected readonly shown = computed(() => {
    const stats = this.store.stats();
    return (
      stats && { period: stats.period, words: periodWords(stats.period), isEmpty: stats.now.total === 0 }
    );
  });
  protected readonly tiles = computed(() => {
    const stats = this.store.stats();
    return stats ? tilesOf(stats) : [];
  });
  protected readonly figures = computed(() => {
    const stats = this.store.stats();
    if (!stats) return [];
    return [keepingUp, topics, urgency, load, outcomes, backlog, scores].map((figure) => figure(stats));
  });
  /** Those that need the whole width. */
  protected readonly wideFigures = computed(() => {
    const stats = this.store.stats();
    const ofAgents = this.store.agents();
    return [...(stats ? [rushHours(stats)] : []), ...(ofAgents ? [agents(ofAgents)] : [])];
  });
  protected readonly countedWords = computed(() => {
    const reconciled = this.store.stats()?.reconciliation;
    if (!reconciled?.reconciled_at) return 'Not compared with all tickets yet.';
    const wrong = reconciled.differences;
    const found = wrong === 0 ? 'nothing was wrong' : `${wrong} counts were wrong and put right`;
    return `Compared with all tickets on ${dayWords(reconciled.reconciled_at.slice(0, 10))}: ${found}.`;
  });

  constructor() {
    effect(() => this.store.open(this.period()));
  }
}
