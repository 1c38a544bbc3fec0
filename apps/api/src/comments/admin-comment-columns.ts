import type { AdminComment } from '@ticketing/contracts';
import type { CsvColumn } from '../platform/csv/csv-table.js';

/** Comments as a file: one a line. */
export const COMMENT_COLUMNS: CsvColumn<AdminComment>[] = [
  { heading: 'Id', value: ({ id }) => id },
  { heading: 'Ticket', value: ({ ticket }) => ticket },
  { heading: 'Title', value: ({ ticket_title }) => ticket_title },
  { heading: 'Author', value: ({ author }) => author.name },
  { heading: 'Author id', value: ({ author }) => author.id },
  { heading: 'Internal', value: ({ is_internal }) => is_internal },
  { heading: 'Written', value: ({ created_at }) => created_at },
  {
    heading: 'Edited',
    value: ({ created_at, updated_at }) => (updated_at === created_at ? null : updated_at),
  },
  { heading: 'Deleted', value: ({ deleted_at }) => deleted_at },
  { heading: 'Comment', value: ({ content }) => content },
];
