import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../platform/access/access.decorators.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { LiveService } from './live.service.js';

const EXAMPLE = `id: Zm9yIHJlc3VtaW5n
event: change
data: {"type":"comment.added","ticket_id":182}

`;

@ApiTags('live')
@SignedIn()
@Controller('live')
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get()
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Id of the last message: what happened since is told first.',
  })
  @ApiOperation({
    summary: 'Hear what happens',
    description: [
      'Server-Sent Events, until the session ends and for an hour at most; then connect again with `Last-Event-ID`.',
      'Hints, no contents: read again what you show. `change`: `{type, ticket_id}` of a ticket that the caller may',
      'see. `notification`: the own bell has something new. `reset`: too much happened since `Last-Event-ID` (500',
      'events or a day), so read everything again. A line that starts with a colon only keeps the connection alive.',
    ].join(' '),
  })
  @ApiOkResponse({
    description: 'The stream.',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  @ApiProblems(429, 503)
  stream(
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastId?: string,
  ): Promise<void> {
    return this.live.stream(request, reply, lastId);
  }
}
