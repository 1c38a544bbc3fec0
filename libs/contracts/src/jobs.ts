/** What becomes of the work on an event. */
export const JOB_STATES = ['waiting', 'dead'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A piece of background work that is not done: a mail, a webhook, ... */
export interface JobView {
  id: number;
  /** Waits for its first or next try; or is dead: it failed too often, and somebody has to look at it. */
  state: JobState;
  /** What it does: `mail-ticket`, `call-integration`, ... */
  handler: string;
  /** For whom: `user:7`, `integration:3`; empty when for nobody in particular. */
  recipient: string;
  /** What it is about. */
  event: { id: number; type: string; ticket_id: number | null };
  tries: number;
  /** When it is tried next; null when it is dead. */
  next_try_at: string | null;
  /** Why the last try failed. */
  last_error: string | null;
  /** When it was given up; null while it waits. */
  dead_at: string | null;
}

export interface JobListQuery {
  /** `dead` unless said otherwise. */
  state?: JobState;
  handler?: string;
  limit?: number;
  cursor?: string;
}

export interface RetryDeadJobsRequest {
  /** Only those that do this. Left out: all. */
  handler?: string;
}

/** How many are tried again now. Ask again while it is not 0: at most 1,000 at a time. */
export interface RetriedJobs {
  retried: number;
}
