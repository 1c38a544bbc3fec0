import { JOB_STATES, type JobListQuery, type JobState, LIMITS } from '@ticketing/contracts';
import { QueryChoice, QueryCursor, QueryInteger, QueryText } from '../../platform/http/query-fields.js';
import { LONGEST_HANDLER_NAME } from './job.dto.js';

/** Which jobs: of a list, or of a file. */
export class FilterJobsQuery implements Omit<JobListQuery, 'limit' | 'cursor'> {
  @QueryChoice(JOB_STATES, '`dead` unless said otherwise.')
  state?: JobState;

  @QueryText(LONGEST_HANDLER_NAME, 'Only those that do this: `mail-ticket`.')
  handler?: string;
}

export class ListJobsQuery extends FilterJobsQuery implements JobListQuery {
  @QueryInteger(
    { min: 1, max: LIMITS.page.max },
    `Rows of a page, 1 to ${LIMITS.page.max}.`,
    LIMITS.page.standard,
  )
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
