import { EventRelay } from '../src/platform/events/event-relay.js';
import { JobSweeper } from '../src/platform/events/job-sweeper.js';
import { JobWorker } from '../src/platform/events/job-worker.js';
import { InlineJobQueue } from '../src/platform/queue/inline-job-queue.js';
import type { TestApi } from './start-api.js';

/** Does everything that is due now, in this process, then returns. For an API without Redis. */
export async function drain({ app }: Pick<TestApi, 'app'>): Promise<void> {
  await app.get(JobWorker).start();
  while ((await app.get(EventRelay).dispatch()) + (await app.get(JobSweeper).sweep()) > 0) {
    await app.get(InlineJobQueue).idle();
  }
}
