import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { SessionList } from '@ticketing/contracts';
import { CurrentActor, WithoutSecondFactor } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { SessionListDto } from './dto/session-info.dto.js';
import { SessionIdPipe } from './session-id.pipe.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('auth')
@SignedIn()
@WithoutSecondFactor()
@Controller('auth/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @ApiOperation({ summary: 'List the own sessions', description: 'The live ones, last used first.' })
  @ApiOkResponse({ type: SessionListDto })
  list(@CurrentActor() actor: Actor): Promise<SessionList> {
    return this.sessions.list(actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiParam({ name: 'id', format: 'uuid', description: 'Id of the session.' })
  @ApiOperation({ summary: 'End one of the own sessions', description: 'Its access token dies within 5 s.' })
  @ApiNoContentResponse({ description: 'Ended.' })
  @ApiProblems(404, 429)
  end(@CurrentActor() actor: Actor, @Param('id', SessionIdPipe) id: string): Promise<void> {
    return this.sessions.endOwn(actor, id);
  }

  @Post('end_others')
  @HttpCode(204)
  @ApiOperation({ summary: 'End all other sessions', description: 'This one goes on.' })
  @ApiNoContentResponse({ description: 'Ended.' })
  @ApiProblems(429)
  endOthers(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.endOthers(actor);
  }
}
