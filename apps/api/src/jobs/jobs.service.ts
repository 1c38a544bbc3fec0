import { Injectable } from '@nestjs/common';
import { type JobView, LIMITS, type Page, type RetriedJobs } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { type CsvTable, csvTable } from '../platform/csv/csv-table.js';
import { keysetPages } from '../platform/csv/keyset-pages.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import { Log } from '../platform/logging/log.js';
import type { FilterJobsQuery, ListJobsQuery } from './dto/list-jobs.query.js';
import { JOB_COLUMNS } from './job-columns.js';
import { presentJob } from './job.presenter.js';
import { jobIsNotDead, jobNotFound } from './job.problems.js';
import { type JobRow, JobsRepository } from './jobs.repository.js';

/** What happened to all dead jobs happened to none in particular; no job has this id. */
const MANY = 0;

@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly cursors: Cursors,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  async list(actor: Actor, query: ListJobsQuery): Promise<Page<JobView>> {
    const { state = 'dead', handler, limit = LIMITS.page.standard, cursor } = query;
    const list = { list: 'jobs', actor: actor.id, state, handler };
    const [beforeId] = this.cursors.read(list, cursor) ?? [Number.MAX_SAFE_INTEGER];
    const found = await this.jobs.list(state, handler, Number(beforeId), limit + 1);
    const { rows, next } = cutPage(found, limit, ({ id }) => [id]);
    return {
      results: rows.map(presentJob),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  /** The same list as a file, without an end of its pages. */
  export({ state = 'dead', handler }: FilterJobsQuery): CsvTable {
    const pages = keysetPages(
      (beforeId: number = Number.MAX_SAFE_INTEGER, rows) => this.jobs.list(state, handler, beforeId, rows),
      ({ id }) => id,
    );
    return csvTable('jobs', JOB_COLUMNS, presented(pages));
  }

  /** @throws ProblemError 404; 409 when it is not dead */
  async retry(actor: Actor, id: number): Promise<JobView> {
    const job = await this.jobs.find(id);
    if (!job) throw jobNotFound();
    await this.database.transaction(async (tx) => {
      if (!(await this.jobs.revive(tx, id))) throw jobIsNotDead();
      await this.note(tx, actor, id, { job_id: id });
    });
    this.log.info('job is tried again', { jobId: id });
    return presentJob((await this.jobs.find(id))!);
  }

  /** Nothing dead is no error: zero. */
  async retryDead(actor: Actor, handler: string | undefined): Promise<RetriedJobs> {
    const retried = await this.database.transaction(async (tx) => {
      const count = await this.jobs.reviveAll(tx, handler);
      if (count > 0) await this.note(tx, actor, MANY, { handler: handler ?? null, count });
      return count;
    });
    this.log.info('dead jobs are tried again', { handler, retried });
    return { retried };
  }

  private async note(tx: Tx, actor: Actor, id: number, data: object): Promise<void> {
    const object = { model: 'jobs', id } as const;
    await this.events.append(tx, { type: 'job.retried', ticketId: null, actorId: actor.id, object, data });
  }
}

async function* presented(pages: AsyncIterable<JobRow[]>): AsyncGenerator<JobView[]> {
  for await (const rows of pages) yield rows.map(presentJob);
}
