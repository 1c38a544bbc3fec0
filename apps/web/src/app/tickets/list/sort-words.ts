import type { TicketSort } from '@ticketing/contracts';

/** The orders that people choose from; the rest of the API's sort keys are for programs. */
export const SORT_WORDS: Partial<Record<TicketSort, string>> = {
  '-updated_at': 'Newest change first',
  updated_at: 'Oldest change first',
  '-created_at': 'Newest first',
  created_at: 'Oldest first',
  '-priority': 'Most urgent first',
  priority: 'Least urgent first',
  '-resolved_at': 'Last resolved first',
  '-first_response_at': 'Last answered first',
  '-rated_at': 'Last rated first',
};
