import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { Button } from '../../ui/button';
import { Clock } from '../../ui/clock';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { dayBefore } from '../data/filter-days';

/** Days, both inclusive; empty: open. */
interface Days {
  from: string;
  to: string;
}

const SHORTCUTS = [
  { label: 'Today', days: 0 },
  { label: 'Last 7 days', days: 6 },
  { label: 'Last 30 days', days: 29 },
];

/** Asks for a range of days. */
@Component({
  selector: 'app-days-form',
  imports: [Button, Control, Field],
  template: `
    <form class="flex w-72 max-w-full flex-col gap-3 p-3" (submit)="send($event)">
      <div class="flex flex-wrap gap-1.5">
        @for (shortcut of shortcuts; track shortcut.days) {
          <button uiButton shape="small" type="button" (click)="chooseLast(shortcut.days)">
            {{ shortcut.label }}
          </button>
        }
      </div>
      <ui-field label="From">
        <input
          #first
          uiControl
          type="date"
          [max]="days().to"
          [value]="days().from"
          (change)="days.set({ from: first.value, to: days().to })"
        />
      </ui-field>
      <ui-field label="To">
        <input
          #last
          uiControl
          type="date"
          [min]="days().from"
          [value]="days().to"
          (change)="days.set({ from: days().from, to: last.value })"
        />
      </ui-field>
      <button uiButton look="primary" type="submit">Apply</button>
    </form>
  `,
})
export class DaysForm {
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  readonly chosen = output<Days>();

  private readonly clock = inject(Clock);
  protected readonly shortcuts = SHORTCUTS;
  protected readonly days = linkedSignal<Days>(() => ({ from: this.from(), to: this.to() }));

  protected chooseLast(days: number): void {
    const today = this.clock.now();
    this.chosen.emit({ from: dayBefore(today, days), to: dayBefore(today, 0) });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.chosen.emit(this.days());
  }
}
