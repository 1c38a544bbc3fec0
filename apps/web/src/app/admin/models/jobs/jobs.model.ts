import type { JobView, RetriedJobs, RetryDeadJobsRequest } from '@ticketing/contracts';
import type { AdminApi } from '../../data/admin-api';
import type { ListPlace } from '../../data/list-place';
import type { BadgeValue, FieldDescription } from '../../registry/field-description';
import type { ModelDescription } from '../../registry/model-description';
import { handlerOptions, handlerWords } from './job-words';

const WORK: FieldDescription<JobView> = {
  key: 'handler',
  label: 'Work',
  kind: 'text',
  value: ({ handler }) => handlerWords(handler),
};
const STATE: FieldDescription<JobView> = { key: 'state', label: 'State', kind: 'badge', value: stateOf };
const ERROR: FieldDescription<JobView> = {
  key: 'last_error',
  label: 'Last error',
  kind: 'text',
  value: ({ last_error }) => last_error,
};
const TICKET: FieldDescription<JobView> = {
  key: 'ticket',
  label: 'Ticket',
  kind: 'link',
  value: ({ event: { ticket_id } }) =>
    ticket_id === null ? null : { label: `#${ticket_id}`, path: `/tickets/${ticket_id}` },
};
const RECIPIENT: FieldDescription<JobView> = {
  key: 'recipient',
  label: 'For',
  kind: 'text',
  value: ({ recipient }) => recipient.replace(':', ' '),
};
const TRIES: FieldDescription<JobView> = {
  key: 'tries',
  label: 'Tries',
  kind: 'number',
  value: ({ tries }) => tries,
};
const DEAD_AT: FieldDescription<JobView> = {
  key: 'dead_at',
  label: 'Given up',
  kind: 'time',
  value: ({ dead_at }) => dead_at,
};
const NEXT_TRY: FieldDescription<JobView> = {
  key: 'next_try_at',
  label: 'Next try',
  kind: 'due',
  value: ({ next_try_at }) => next_try_at,
};
const HAPPENED: FieldDescription<JobView> = {
  key: 'event',
  label: 'Because of',
  kind: 'code',
  value: ({ event }) => event.type,
};

/** Mails, webhooks and other background work that is not done. */
export const JOBS: ModelDescription<JobView> = {
  key: 'jobs',
  singular: 'Job',
  plural: 'Jobs',
  icon: 'activity',
  text: 'Mails, webhooks and other background work that waits, or that failed for good.',
  allowed: (can) => can.administer,
  title: ({ handler, recipient }) =>
    [handlerWords(handler), recipient.replace(':', ' ')].filter(Boolean).join(', '),
  attention: { params: { state: 'dead' }, words: (many) => `${many} failed` },
  list: {
    url: '/api/admin/jobs/',
    exportUrl: '/api/admin/jobs/export/',
    columns: [
      { ...WORK },
      { ...ERROR, grows: true },
      { ...TICKET },
      { ...RECIPIENT },
      { ...TRIES },
      { ...DEAD_AT },
      { ...STATE, hidden: true },
      { ...NEXT_TRY, hidden: true },
      { ...HAPPENED, hidden: true },
    ],
    filters: [
      {
        key: 'state',
        label: 'State',
        usual: ['dead'],
        options: () => [
          { value: 'dead', label: 'Failed' },
          { value: 'waiting', label: 'Waiting' },
        ],
      },
      {
        key: 'handler',
        label: 'Work',
        options: (rows) => handlerOptions(rows.map(({ handler }) => handler)),
      },
    ],
    empty: {
      heading: 'No job has failed',
      text: 'What fails too often is listed here, with the reason, and can be tried again.',
    },
    actions: [
      {
        id: 'retry-all',
        label: 'Retry all',
        icon: 'refresh',
        when: ({ filters }, jobs) => filters['state']?.[0] === 'dead' && jobs.length > 0,
        confirm: (place) => ({
          heading: 'Retry all failed jobs?',
          text: handlerOf(place)
            ? `Every failed job of this kind is tried again: ${handlerWords(handlerOf(place)!)}.`
            : 'Every failed job is tried again, whatever it does.',
          effects: ['The first try is now.', 'What fails again gets as many tries as a new job.'],
          button: 'Retry all',
        }),
        run: retryAll,
      },
    ],
  },
  sections: [
    { heading: 'What it does', fields: [WORK, STATE, RECIPIENT, TICKET, HAPPENED] },
    { heading: 'How it went', fields: [ERROR, TRIES, DEAD_AT, NEXT_TRY] },
  ],
  actions: [
    {
      id: 'retry',
      label: 'Retry',
      icon: 'refresh',
      bulk: true,
      when: ({ state }) => state === 'dead',
      run: ({ id }, api) => api.post<JobView>(`/api/admin/jobs/${id}/retry/`),
      said: (count) => (count === 1 ? 'The job is tried again.' : `${count} jobs are tried again.`),
    },
  ],
};

function stateOf({ state, tries }: JobView): BadgeValue {
  if (state === 'dead') return { label: 'Failed', tone: 'bad' };
  return tries > 0 ? { label: 'Tried again soon', tone: 'waiting' } : { label: 'Waiting', tone: 'quiet' };
}

function handlerOf({ filters }: ListPlace): string | undefined {
  return filters['handler']?.[0];
}

/** What the API takes at a time. Asking until nothing is left would never end while they fail again at once. */
const AT_A_TIME = 1_000;

async function retryAll(place: ListPlace, api: AdminApi): Promise<string> {
  const handler = handlerOf(place);
  const body: RetryDeadJobsRequest = handler ? { handler } : {};
  let total = 0;
  let last: number;
  do {
    last = (await api.post<RetriedJobs>('/api/admin/jobs/retry_dead/', body)).retried;
    total += last;
  } while (last >= AT_A_TIME);
  return total === 1 ? '1 job is tried again.' : `${total} jobs are tried again.`;
}
