import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

/** Wakes whoever carries events as soon as this process has committed one. Others find it by looking. */
@Injectable()
export class EventBell {
  private waking = new AbortController();

  /** Never waits, and may be rung once too often. */
  readonly ring = (): void => this.waking.abort();

  /** Resolves when it rings (or rang since the last wait), after the time, or when the signal ends it. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([this.waking.signal, signal]);
    await sleep(ms, undefined, { signal: either }).catch(() => undefined);
    if (this.waking.signal.aborted) this.waking = new AbortController();
  }
}
