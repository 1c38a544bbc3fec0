import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { Log } from '../logging/log.js';

const CONNECT_TIMEOUT_MS = 3_000;
const RETRY_MS = 1_000;

/**
 * Hears what PostgreSQL notifies, on a connection of its own (LISTEN belongs to a connection, the pool lends its own
 * to whoever comes). It comes back by itself; what is notified meanwhile is lost, so whoever listens is rung after
 * each connection and has to look by itself now and then, too.
 */
@Injectable()
export class Listening implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[] = [];

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  /** Calls for each notification on the channel, from now to the end of the process. */
  listen(channel: string, heard: () => void): void {
    this.running.push(this.keepListening(channel, heard));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async keepListening(channel: string, heard: () => void): Promise<void> {
    const { signal } = this.stopping;
    let wasConnected = true;
    while (!signal.aborted) {
      try {
        await this.listenOnce(channel, () => {
          wasConnected = true;
          heard();
        });
      } catch (error) {
        if (wasConnected) this.log.warn('the database is not listened to', { error }); // once, not at each try
        wasConnected = false;
      }
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves at shutdown. @throws whatever ended the connection */
  private async listenOnce(channel: string, heard: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: (this.dataSource.options as PostgresDataSourceOptions).url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: 'ticketing-listens',
      keepAlive: true,
    });
    const ended = new Promise<void>((resolve, reject) => {
      client.once('error', reject);
      client.once('end', () => reject(new Error('the connection ended')));
      this.stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    ended.catch(() => undefined); // also heard below, unless connecting fails first
    client.on('notification', heard);
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      heard();
      await ended;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
