import type { AdminUser } from '@ticketing/contracts';
import type { CsvColumn } from '../platform/csv/csv-table.js';

/** People as a file: one a line. */
export const ADMIN_USER_COLUMNS: CsvColumn<AdminUser>[] = [
  { heading: 'Id', value: ({ id }) => id },
  { heading: 'First name', value: ({ first_name }) => first_name },
  { heading: 'Last name', value: ({ last_name }) => last_name },
  { heading: 'E-mail', value: ({ email }) => email },
  { heading: 'Role', value: ({ role }) => role },
  { heading: 'Active', value: ({ is_active }) => is_active },
  { heading: 'E-mail verified', value: ({ is_email_verified }) => is_email_verified },
  { heading: 'Two-factor', value: ({ has_two_factor }) => has_two_factor },
  { heading: 'Invited', value: ({ is_invited }) => is_invited },
  { heading: 'Created', value: ({ created_at }) => created_at },
  { heading: 'Changed', value: ({ updated_at }) => updated_at },
];
