import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '../ui/button';
import { Control } from '../ui/control';
import { uniqueId } from '../ui/unique-id';
import { type Period, periodProblem, presetsOf, samePeriod } from './data/period';

const PRESET =
  'flex h-8 items-center rounded-control px-2.5 text-small font-medium whitespace-nowrap text-muted hover:bg-hover hover:text-text max-lg:h-11 aria-[current=true]:bg-selected aria-[current=true]:text-text';

/** Chooses the days that count, by changing the address. */
@Component({
  selector: 'app-period-picker',
  imports: [Button, Control, RouterLink],
  template: `
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2" role="group" aria-label="Period">
      <ul class="flex flex-wrap gap-0.5 max-sm:grid max-sm:w-full max-sm:grid-cols-2">
        @for (preset of presets(); track preset.label) {
          <li>
            <a
              routerLink="."
              [attr.aria-current]="preset.isCurrent ? 'true' : null"
              [class]="presetClass"
              [queryParams]="preset.link"
              >{{ preset.label }}</a
            >
          </li>
        }
      </ul>
      <form
        class="flex flex-wrap items-center gap-2 max-sm:grid max-sm:w-full max-sm:grid-cols-2"
        novalidate
        (submit)="apply($event)"
      >
        <label
          class="flex items-center gap-1.5 text-small text-muted max-sm:flex-col max-sm:items-start max-sm:gap-1"
        >
          <span>From</span>
          <input
            uiControl
            class="w-36! max-lg:w-44! max-sm:w-full!"
            type="date"
            [attr.aria-describedby]="problem() ? problemId : null"
            [attr.aria-invalid]="problem() ? 'true' : null"
            [value]="draft().from"
            (change)="fill('from', $event)"
          />
        </label>
        <label
          class="flex items-center gap-1.5 text-small text-muted max-sm:flex-col max-sm:items-start max-sm:gap-1"
        >
          <span>To</span>
          <input
            uiControl
            class="w-36! max-lg:w-44! max-sm:w-full!"
            type="date"
            [attr.aria-describedby]="problem() ? problemId : null"
            [attr.aria-invalid]="problem() ? 'true' : null"
            [value]="draft().to"
            (change)="fill('to', $event)"
          />
        </label>
        <button uiButton class="max-sm:col-span-2" type="submit">Show</button>
      </form>
    </div>
    @if (problem(); as sentence) {
      <p class="mt-1 text-small text-danger" role="alert" [id]="problemId">{{ sentence }}</p>
    }
  `,
  host: { class: 'block' },
})
export class PeriodPicker {
  readonly period = input.required<Period>();
  /** The current day, UTC. */
  readonly today = input.required<string>();

  private readonly router = inject(Router);
  protected readonly presetClass = PRESET;
  protected readonly problemId = uniqueId('period-problem');
  protected readonly draft = linkedSignal(() => this.period());
  protected readonly problem = signal<string | null>(null);
  protected readonly presets = computed(() => {
    const presets = presetsOf(this.today());
    // On the 30th, the month is the last 30 days, too: one of them is marked.
    const current = presets.find(({ period }) => samePeriod(period, this.period()));
    return presets.map((preset) => ({ ...preset, isCurrent: preset === current }));
  });

  protected fill(which: keyof Period, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.draft.update((draft) => ({ ...draft, [which]: value }));
    this.problem.set(null);
  }

  protected apply(event: Event): void {
    event.preventDefault();
    const { from, to } = this.draft();
    this.problem.set(periodProblem({ from, to }));
    if (this.problem() === null) void this.router.navigate([], { queryParams: { from, to } });
  }
}
