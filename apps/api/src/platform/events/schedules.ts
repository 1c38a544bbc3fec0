import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { named } from '../database/statement.js';
import { Log } from '../logging/log.js';
import type { Job } from '../queue/job-queue.js';

/** Something that is done again and again, by one process at a time. */
export interface Schedule {
  /** Imperative and stable: `forget-old-sessions`. */
  name: string;
  everyMs: number;
  /** For what may take longer than that: no other process starts before. Must be more than it ever takes. */
  longestMs?: number;
  /** Must survive running twice, and being left out once. */
  run(): Promise<void>;
}

/** Told to the queue that long ago, and still due. */
const FORGOTTEN = `interval '10 seconds'`;

const INTRODUCE = named(
  'schedules.introduce',
  `insert into schedules (name) select unnest($1::text[]) on conflict (name) do nothing`,
);

/** Names come from the code: what no process knows any more is never due. */
const DUE = named<{ name: string; at: string }>(
  'schedules.ring',
  `update schedules s set rung_at = now()
    where name = any($1::text[]) and s.next_run_at <= now()
      and (s.rung_at is null or s.rung_at < s.next_run_at or s.rung_at < now() - ${FORGOTTEN})
   returning name, (extract(epoch from next_run_at) * 1000)::bigint::text as at`,
);

/** Takes the run: whoever comes second finds that it is not due. */
const CLAIM = named<{ name: string }>(
  'schedules.claim',
  `update schedules set next_run_at = now() + $2 * interval '1 ms'
    where name = $1 and next_run_at <= now() returning name`,
);

/** A run that was given more time is over now, and the next one is due after the usual time. */
const NOTE = named(
  'schedules.note',
  `update schedules set ran_at = now(), last_error = $2,
          next_run_at = coalesce(now() + $3::int * interval '1 ms', next_run_at)
    where name = $1`,
);

/** What is done by the clock. Features register it here; the sweeper tells the queue when it is due. */
@Injectable()
export class Schedules {
  private readonly byName = new Map<string, Schedule>();
  private areIntroduced = false;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  register(schedule: Schedule): void {
    if (this.byName.has(schedule.name)) throw new Error(`schedule ${schedule.name} is registered twice`);
    this.byName.set(schedule.name, schedule);
  }

  async due(): Promise<Job[]> {
    const names = [...this.byName.keys()];
    if (names.length === 0) return [];
    if (!this.areIntroduced) await this.database.rows(INTRODUCE, [names]);
    this.areIntroduced = true;
    const rows = await this.database.rows(DUE, [names]);
    return rows.map(({ name, at }) => ({
      queue: 'maintenance',
      id: `schedule:${name}:${at}`,
      work: { kind: 'schedule', key: name },
    }));
  }

  /** Runs it if it is due. A failure is noted; the next run is the next try. */
  async run(name: string): Promise<void> {
    const schedule = this.byName.get(name);
    if (!schedule) return;
    const claimed = await this.database.rows(CLAIM, [name, schedule.longestMs ?? schedule.everyMs]);
    if (claimed.length === 0) return;
    const again = schedule.longestMs === undefined ? null : schedule.everyMs;
    try {
      await schedule.run();
      await this.database.rows(NOTE, [name, null, again]);
    } catch (error) {
      this.log.error('schedule failed', { schedule: name, error });
      await this.database.rows(NOTE, [name, String((error as Error)?.message ?? error), again]);
    }
  }
}
