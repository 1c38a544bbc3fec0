import type { CreateTagRequest } from '@ticketing/contracts';

/** What the support team of the sample tickets sorts them by. */
export const SAMPLE_TAGS = [
  { name: 'refund', color: 'green', description: 'Money has to go back.' },
  { name: 'regression', color: 'red', description: 'It worked before the last release.' },
  { name: 'waiting for a release', color: 'blue', description: 'Fixed, and not out yet.' },
  { name: 'VIP', color: 'purple', description: 'Customers with a contract of their own.' },
] as const satisfies CreateTagRequest[];

export type SampleTag = (typeof SAMPLE_TAGS)[number]['name'];
