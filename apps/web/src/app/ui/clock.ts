import { DestroyRef, Service, inject, signal } from '@angular/core';

const TICK_MS = 30_000;

/** The time, as a signal that moves twice a minute: enough for "3 min ago". */
@Service()
export class Clock {
  private readonly time = signal(new Date());
  readonly now = this.time.asReadonly();

  constructor() {
    const timer = setInterval(() => this.time.set(new Date()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
