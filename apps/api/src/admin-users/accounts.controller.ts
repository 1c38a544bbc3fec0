import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { SessionList } from '@ticketing/contracts';
import { SessionIdPipe, SessionListDto } from '../auth/index.js';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import { AccountsService } from './accounts.service.js';
import { PersonIdPipe, PersonParam } from './person-param.js';

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/users/:id')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Post('reset_password')
  @HttpCode(202)
  @Limited('account-mail')
  @PersonParam()
  @ApiOperation({
    summary: 'Mail a person a link to choose a password',
    description: 'The invitation again for whoever was invited. The password stays good until then.',
  })
  @ApiAcceptedResponse({ description: 'It will be mailed.' })
  @ApiProblems(403, 404, 409, 429)
  resetPassword(@CurrentActor() actor: Actor, @Param('id', PersonIdPipe) id: number): Promise<void> {
    return this.accounts.resetPassword(actor, id);
  }

  @Post('disable_two_factor')
  @HttpCode(204)
  @Limited('account-mail')
  @PersonParam()
  @ApiOperation({
    summary: 'Switch off two-factor sign-in of a person',
    description: 'For a lost phone. They are told by mail; sessions and password stay.',
  })
  @ApiNoContentResponse({ description: 'Switched off.' })
  @ApiProblems(403, 404, 409, 429)
  disableTwoFactor(@CurrentActor() actor: Actor, @Param('id', PersonIdPipe) id: number): Promise<void> {
    return this.accounts.disableTwoFactor(actor, id);
  }

  @Get('sessions')
  @PersonParam()
  @ApiOperation({ summary: 'List the sessions of a person', description: 'The live ones, last used first.' })
  @ApiOkResponse({ type: SessionListDto })
  @ApiProblems(403, 404)
  sessions(@CurrentActor() actor: Actor, @Param('id', PersonIdPipe) id: number): Promise<SessionList> {
    return this.accounts.listSessions(actor, id);
  }

  @Delete('sessions')
  @HttpCode(204)
  @PersonParam()
  @ApiOperation({ summary: 'End all sessions of a person', description: 'They have to sign in again.' })
  @ApiNoContentResponse({ description: 'Ended.' })
  @ApiProblems(403, 404, 429)
  endSessions(@CurrentActor() actor: Actor, @Param('id', PersonIdPipe) id: number): Promise<void> {
    return this.accounts.endSessions(actor, id);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @PersonParam()
  @ApiParam({ name: 'sessionId', format: 'uuid', description: 'Id of the session.' })
  @ApiOperation({ summary: 'End one session of a person', description: 'Its access token dies within 5 s.' })
  @ApiNoContentResponse({ description: 'Ended.' })
  @ApiProblems(403, 404, 429)
  endSession(
    @CurrentActor() actor: Actor,
    @Param('id', PersonIdPipe) id: number,
    @Param('sessionId', SessionIdPipe) sessionId: string,
  ): Promise<void> {
    return this.accounts.endSession(actor, id, sessionId);
  }
}
