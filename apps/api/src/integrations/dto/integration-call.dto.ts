import { ApiProperty } from '@nestjs/swagger';
import {
  INTEGRATION_CALL_STATES,
  type IntegrationCallState,
  type IntegrationCallView,
  type IntegrationRequest,
  type IntegrationTestResult,
  LIMITS,
} from '@ticketing/contracts';
import { pageOf } from '../../platform/http/page.dto.js';
import { QueryCursor, QueryInteger } from '../../platform/http/query-fields.js';

export class IntegrationRequestDto implements IntegrationRequest {
  @ApiProperty({ description: 'HTTP method.', example: 'POST' })
  method: string;

  @ApiProperty({ description: 'Without what is secret in it.', example: 'https://hooks.example.com/in' })
  url: string;

  @ApiProperty({
    description: 'Without what is secret in them.',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { 'x-ticketing-event': 'ticket.created' },
  })
  headers: Record<string, string>;

  @ApiProperty({ description: 'The first 16,384 characters.', example: '{"id":"184"}' })
  body: string;
}

class CallResultDto {
  @ApiProperty({
    description: 'HTTP status of the answer; null when there was none.',
    type: 'integer',
    nullable: true,
    example: 200,
  })
  status: number | null;

  @ApiProperty({ description: 'How the answer began.', example: 'ok' })
  answer: string;

  @ApiProperty({
    description: 'Why it failed; null when it did not.',
    type: String,
    nullable: true,
    example: null,
  })
  error: string | null;

  @ApiProperty({ description: 'How long it took.', type: 'integer', example: 120 })
  duration_ms: number;

  @ApiProperty({ description: 'What was sent.', type: IntegrationRequestDto })
  request: IntegrationRequestDto;
}

export class IntegrationTestResultDto extends CallResultDto implements IntegrationTestResult {
  @ApiProperty({ description: 'Whether it got through.', example: true })
  is_success: boolean;
}

export class IntegrationCallDto extends CallResultDto implements IntegrationCallView {
  @ApiProperty({ description: 'Id of this try.', type: 'integer', example: 4711 })
  id: number;

  @ApiProperty({ description: 'The same for every try; the receiver sees it, too.', example: '184' })
  delivery_id: string;

  @ApiProperty({ description: 'What it was about.', example: 'ticket.created' })
  event_type: string;

  @ApiProperty({ description: 'Number of the ticket.', type: 'integer', nullable: true, example: 182 })
  ticket: number | null;

  @ApiProperty({ description: 'When.', format: 'date-time', example: '2026-11-24T09:30:00.000Z' })
  tried_at: string;

  @ApiProperty({
    description: 'How the whole delivery stands now.',
    enum: INTEGRATION_CALL_STATES,
    example: 'delivered',
  })
  state: IntegrationCallState;

  @ApiProperty({ description: 'Tries of the whole delivery so far.', type: 'integer', example: 1 })
  tries: number;

  @ApiProperty({
    description: 'When it is tried next; null when it is not.',
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
  })
  next_try_at: string | null;

  @ApiProperty({ description: 'Whether it can be replayed.', example: true })
  can_replay: boolean;
}

export class IntegrationCallPageDto extends pageOf(IntegrationCallDto) {}

export class ListIntegrationCallsQuery {
  @QueryInteger(LIMITS.page, 'Rows on a page.', LIMITS.page.standard)
  limit?: number;

  @QueryCursor()
  cursor?: string;
}
