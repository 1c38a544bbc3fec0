import { CLIENT_LOG_LEVELS, type ClientLogLevel, type ClientLogRequest, LIMITS } from '@ticketing/contracts';
import { ChoiceField, TextField } from '../../platform/http/fields.js';

const { message, stack, page } = LIMITS.clientLog;

export class ClientLogDto implements ClientLogRequest {
  @ChoiceField(CLIENT_LOG_LEVELS, { description: 'How bad it is.', example: 'error' })
  level: ClientLogLevel;

  @TextField({
    min: 1,
    max: message,
    description: 'What happened; never what somebody typed.',
    example: 'x is undefined',
  })
  message: string;

  @TextField({ max: stack, description: 'Where in the code.', example: 'at TicketList', optional: true })
  stack?: string;

  @TextField({
    max: page,
    description: 'The page, without its query.',
    example: '/tickets/182',
    optional: true,
  })
  page?: string;

  @TextField({
    max: 64,
    description: '`X-Request-Id` of the answer it is about.',
    example: '0d5f7c7e',
    optional: true,
  })
  request_id?: string;
}
