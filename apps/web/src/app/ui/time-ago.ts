import { Component, booleanAttribute, computed, inject, input } from '@angular/core';
import { Clock } from './clock';
import { exactTime, timeAheadInWords, timeInWords } from './time-words';

/** A moment in words, exact on hover and for machines. */
@Component({
  selector: 'ui-time',
  template: `<time class="tabular-nums" [attr.datetime]="at()" [title]="exact()">{{ words() }}</time>`,
})
export class TimeAgo {
  /** ISO 8601. */
  readonly at = input.required<string>();
  /** Whether it is yet to come. */
  readonly ahead = input(false, { transform: booleanAttribute });

  private readonly clock = inject(Clock);
  private readonly time = computed(() => new Date(this.at()));
  protected readonly words = computed(() => {
    const words = this.ahead() ? timeAheadInWords : timeInWords;
    return words(this.time(), this.clock.now());
  });
  protected readonly exact = computed(() => exactTime(this.time()));
}
