import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Log } from '../logging/log.js';
import { DeliveryRunner } from './delivery-runner.js';
import { EventRelay } from './event-relay.js';

const IDLE_MS = 300;
const FAILED_MS = 2_000;

/**
 * Keeps events moving: dispatches, delivers, waits a moment. With the database away it tries on; nothing is lost
 * meanwhile. Started by the process, not by the module: tests move events step by step.
 */
@Injectable()
export class EventPump implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly relay: EventRelay,
    private readonly runner: DeliveryRunner,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.pump();
  }

  /** Everything that is due now, then returns. */
  async drain(): Promise<void> {
    while ((await this.relay.dispatch()) > 0 || (await this.runner.runOne()));
  }

  /** Ends with the delivery in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async pump(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.turn();
    }
  }

  private async turn(): Promise<void> {
    try {
      const moved = (await this.relay.dispatch()) > 0 || (await this.runner.runOne());
      if (!moved) await this.rest(IDLE_MS);
    } catch (error) {
      this.log.warn('events do not move', { error });
      await this.rest(FAILED_MS);
    }
  }

  private rest(ms: number): Promise<unknown> {
    return sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
