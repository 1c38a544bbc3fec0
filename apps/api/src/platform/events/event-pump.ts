import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Log } from '../logging/log.js';
import { EventBell } from './event-bell.js';
import { EventRelay } from './event-relay.js';
import { JobSweeper } from './job-sweeper.js';

const IDLE_MS = 400;
const FAILED_MS = 2_000;

/**
 * Keeps events moving: gives them their position, tells the queue what is due, waits for the bell or a moment. Runs
 * in every process; with the database or the queue away it tries on, and nothing is lost meanwhile.
 * Started by the process, not by the module: tests move events step by step.
 */
@Injectable()
export class EventPump implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly relay: EventRelay,
    private readonly sweeper: JobSweeper,
    private readonly bell: EventBell,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.pump();
  }

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
      const moved = (await this.relay.dispatch()) + (await this.sweeper.sweep());
      if (moved === 0) await this.bell.wait(IDLE_MS, this.stopping.signal);
    } catch (error) {
      this.log.warn('events do not move', { error });
      await this.bell.wait(FAILED_MS, this.stopping.signal);
    }
  }
}
