import type { AuditChange, AuditEntry } from '@ticketing/contracts';
import type { CsvColumn } from '../platform/csv/csv-table.js';

/** The audit log as a file: one entry a line. */
export const AUDIT_COLUMNS: CsvColumn<AuditEntry>[] = [
  { heading: 'Time', value: ({ created_at }) => created_at },
  { heading: 'Event', value: ({ type }) => type },
  { heading: 'By', value: ({ actor }) => actor?.name },
  { heading: 'By id', value: ({ actor }) => actor?.id },
  { heading: 'Kind', value: ({ object }) => object?.model },
  { heading: 'Id', value: ({ object }) => object?.id },
  { heading: 'Name', value: ({ object }) => object?.title },
  { heading: 'Changes', value: ({ changes }) => changes.map(inWords).join('\n') },
];

function inWords({ field, from, to }: AuditChange): string {
  if (from === null && to === null) return field;
  return `${field}: ${from ?? '(none)'} -> ${to ?? '(none)'}`;
}
