import type { JobView } from '@ticketing/contracts';
import type { CsvColumn } from '../platform/csv/csv-table.js';

/** Jobs as a file: one a line. */
export const JOB_COLUMNS: CsvColumn<JobView>[] = [
  { heading: 'Id', value: ({ id }) => id },
  { heading: 'State', value: ({ state }) => state },
  { heading: 'Work', value: ({ handler }) => handler },
  { heading: 'For', value: ({ recipient }) => recipient },
  { heading: 'Event', value: ({ event }) => event.type },
  { heading: 'Ticket', value: ({ event }) => event.ticket_id },
  { heading: 'Tries', value: ({ tries }) => tries },
  { heading: 'Next try', value: ({ next_try_at }) => next_try_at },
  { heading: 'Failed', value: ({ dead_at }) => dead_at },
  { heading: 'Last error', value: ({ last_error }) => last_error },
];
