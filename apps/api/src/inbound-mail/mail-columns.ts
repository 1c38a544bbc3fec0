import type { InboundMailSummary } from '@ticketing/contracts';
import type { CsvColumn } from '../platform/csv/csv-table.js';

/** Mails that arrived as a file: one a line, with how each begins. */
export const MAIL_COLUMNS: CsvColumn<InboundMailSummary>[] = [
  { heading: 'Id', value: ({ id }) => id },
  { heading: 'Received', value: ({ received_at }) => received_at },
  { heading: 'Sender', value: ({ sender }) => sender },
  { heading: 'Sender name', value: ({ sender_name }) => sender_name },
  { heading: 'Subject', value: ({ subject }) => subject },
  { heading: 'State', value: ({ state }) => state },
  { heading: 'Reason', value: ({ reason }) => reason },
  { heading: 'Ticket', value: ({ ticket }) => ticket },
  { heading: 'Decided by', value: ({ decided_by }) => decided_by && decided_by.name },
  { heading: 'Decided', value: ({ decided_at }) => decided_at },
  { heading: 'Begins', value: ({ excerpt }) => excerpt },
];
