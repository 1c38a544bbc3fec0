import { ApiProperty } from '@nestjs/swagger';
import {
  JOB_STATES,
  type JobState,
  type JobView,
  type RetriedJobs,
  type RetryDeadJobsRequest,
} from '@ticketing/contracts';
import { TextField } from '../../platform/http/fields.js';
import { pageOf } from '../../platform/http/page.dto.js';

export const LONGEST_HANDLER_NAME = 60;

class JobEventDto {
  @ApiProperty({ description: 'Id of the event.', type: 'integer', example: 4711 })
  id: number;

  @ApiProperty({ description: 'What happened.', example: 'comment.added' })
  type: string;

  @ApiProperty({
    description: 'The ticket, if it is about one.',
    type: 'integer',
    nullable: true,
    example: 182,
  })
  ticket_id: number | null;
}

export class JobDto implements JobView {
  @ApiProperty({ description: 'Id of the job.', type: 'integer', example: 12 })
  id: number;

  @ApiProperty({ description: 'Dead: it failed too often, somebody has to look.', enum: JOB_STATES })
  state: JobState;

  @ApiProperty({ description: 'What it does.', example: 'mail-ticket' })
  handler: string;

  @ApiProperty({ description: 'For whom; empty when for nobody in particular.', example: 'user:7' })
  recipient: string;

  @ApiProperty({ description: 'What it is about.', type: JobEventDto })
  event: JobEventDto;

  @ApiProperty({ description: 'Tries so far.', type: 'integer', example: 12 })
  tries: number;

  @ApiProperty({
    description: 'When it is tried next; null when it is dead.',
    type: String,
    format: 'date-time',
    nullable: true,
  })
  next_try_at: string | null;

  @ApiProperty({
    description: 'Why the last try failed.',
    type: String,
    nullable: true,
    example: '550 no such mailbox',
  })
  last_error: string | null;

  @ApiProperty({
    description: 'When it was given up; null while it waits.',
    type: String,
    format: 'date-time',
    nullable: true,
  })
  dead_at: string | null;
}

export class JobPageDto extends pageOf(JobDto) {}

export class RetryDeadJobsDto implements RetryDeadJobsRequest {
  @TextField({
    min: 1,
    max: LONGEST_HANDLER_NAME,
    description: 'Only those that do this. Left out: all.',
    example: 'mail-ticket',
    optional: true,
  })
  handler?: string;
}

export class RetriedJobsDto implements RetriedJobs {
  @ApiProperty({ description: 'How many are tried again now.', type: 'integer', example: 3 })
  retried: number;
}
