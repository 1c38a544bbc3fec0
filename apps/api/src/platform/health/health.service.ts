import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { HealthView } from '@ticketing/contracts';
import { Database } from '../database/database.js';
import { named } from '../database/statement.js';
import { unavailable } from '../http/problem.js';

/** A load balancer asks every few seconds: it must not wait as long as people do. */
const PING = { ...named<{ ok: number }>('health.ping', 'select 1 as ok'), query_timeout: 2_000 };

/** What load balancers ask. */
@Injectable()
export class HealthService implements BeforeApplicationShutdown {
  private draining = false;

  constructor(private readonly database: Database) {}

  live(): HealthView {
    return { status: 'ok', dependencies: {} };
  }

  /** @throws ProblemError 503 while the database is away, and from the first moment of a shutdown */
  async ready(): Promise<HealthView> {
    if (this.draining) throw unavailable();
    await this.database.rows(PING);
    return { status: 'ok', dependencies: { database: 'up' } };
  }

  beforeApplicationShutdown(): void {
    this.draining = true;
  }
}
