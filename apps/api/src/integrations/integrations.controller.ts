import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type {
  IntegrationCallView,
  IntegrationList,
  IntegrationTestResult,
  IntegrationView,
  IntegrationWithSecret,
  Page,
} from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import { IfMatch, type VersionCheck } from '../platform/http/if-match.js';
import { Idempotent } from '../platform/idempotency/idempotent.js';
import { CallsService } from './calls.service.js';
import {
  IntegrationCallDto,
  IntegrationCallPageDto,
  IntegrationTestResultDto,
  ListIntegrationCallsQuery,
} from './dto/integration-call.dto.js';
import {
  CreateIntegrationDto,
  IntegrationDto,
  IntegrationListDto,
  IntegrationWithSecretDto,
  UpdateIntegrationDto,
} from './dto/integration.dto.js';
import { IntegrationTag } from './integration-tag.js';
import { callNotFound, integrationNotFound } from './integration.problems.js';
import { IntegrationsService } from './integrations.service.js';

const IntegrationIdPipe = idPipe(integrationNotFound);
const CallIdPipe = idPipe(callNotFound);

const IntegrationParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Id of the integration.', example: 3 });

@ApiTags('integrations')
@SignedIn()
@Roles(['admin'])
@Controller('admin/integrations')
export class IntegrationsController {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly calls: CallsService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List integrations',
    description: 'Webhooks, Slack channels and Jiras. Admins only.',
  })
  @ApiOkResponse({ type: IntegrationListDto })
  @ApiProblems(403)
  list(): Promise<IntegrationList> {
    return this.integrations.list();
  }

  @Post()
  @Idempotent({ keptWithout: ['secret'] })
  @IntegrationTag()
  @ApiOperation({
    summary: 'Add an integration',
    description:
      'The answer of a webhook has its signing key, this once: an answer that is given again has null in its place.',
  })
  @ApiCreatedResponse({ type: IntegrationWithSecretDto })
  @ApiProblems(400, 403, 409, 413, 415, 429)
  create(@CurrentActor() actor: Actor, @Body() body: CreateIntegrationDto): Promise<IntegrationWithSecret> {
    return this.integrations.create(actor, body);
  }

  @Get(':id')
  @IntegrationTag()
  @IntegrationParam()
  @ApiOperation({ summary: 'Read an integration', description: 'Without its secret. Admins only.' })
  @ApiOkResponse({ type: IntegrationDto })
  @ApiProblems(403, 404)
  read(@Param('id', IntegrationIdPipe) id: number): Promise<IntegrationView> {
    return this.integrations.read(id);
  }

  @Patch(':id')
  @IntegrationTag()
  @IntegrationParam()
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'ETag of the version that the change is based on.',
  })
  @ApiOperation({ summary: 'Change an integration', description: 'What is left out stays, secrets, too.' })
  @ApiOkResponse({ type: IntegrationDto })
  @ApiProblems(400, 403, 404, 412, 413, 415, 429)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IntegrationIdPipe) id: number,
    @Body() body: UpdateIntegrationDto,
    @IfMatch() version: VersionCheck,
  ): Promise<IntegrationView> {
    return this.integrations.update(actor, id, body, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @IntegrationParam()
  @ApiOperation({
    summary: 'Delete an integration',
    description: 'With its log and its links to issues. Admins only.',
  })
  @ApiNoContentResponse({ description: 'Deleted.' })
  @ApiProblems(403, 404, 429)
  remove(@CurrentActor() actor: Actor, @Param('id', IntegrationIdPipe) id: number): Promise<void> {
    return this.integrations.remove(actor, id);
  }

  @Post(':id/rotate_secret')
  @HttpCode(200)
  @IntegrationTag()
  @IntegrationParam()
  @ApiOperation({
    summary: 'Give a webhook another signing key',
    description: 'Shown this once. The key before signs along for 24 hours.',
  })
  @ApiOkResponse({ type: IntegrationWithSecretDto })
  @ApiProblems(403, 404, 409, 429)
  rotateSecret(
    @CurrentActor() actor: Actor,
    @Param('id', IntegrationIdPipe) id: number,
  ): Promise<IntegrationWithSecret> {
    return this.integrations.rotateSecret(actor, id);
  }

  @Post(':id/test')
  @Limited('outbound')
  @HttpCode(200)
  @IntegrationParam()
  @ApiOperation({
    summary: 'Try an integration out',
    description:
      'Sends an example right now and says what came back; 200 also when it failed. Jira gets no issue.',
  })
  @ApiOkResponse({ type: IntegrationTestResultDto })
  @ApiProblems(403, 404, 409, 429)
  test(
    @CurrentActor() actor: Actor,
    @Param('id', IntegrationIdPipe) id: number,
  ): Promise<IntegrationTestResult> {
    return this.integrations.test(actor, id);
  }

  @Get(':id/calls')
  @IntegrationParam()
  @ApiOperation({
    summary: 'List what was sent to an integration',
    description: 'Every try, newest first, with what came back. Kept for 30 days.',
  })
  @ApiOkResponse({ type: IntegrationCallPageDto })
  @ApiProblems(400, 403, 404)
  listCalls(
    @CurrentActor() actor: Actor,
    @Param('id', IntegrationIdPipe) id: number,
    @Query() query: ListIntegrationCallsQuery,
  ): Promise<Page<IntegrationCallView>> {
    return this.calls.list(actor, id, query);
  }

  @Post(':id/calls/:callId/replay')
  @HttpCode(202)
  @IntegrationParam()
  @ApiParam({ name: 'callId', type: 'integer', description: 'Id of the call.', example: 4711 })
  @ApiOperation({
    summary: 'Send it again',
    description: 'Makes the delivery due again, under the same id. 409 while it waits for its next try.',
  })
  @ApiResponse({ status: 202, description: 'It will be sent.', type: IntegrationCallDto })
  @ApiProblems(403, 404, 409, 429)
  replay(
    @CurrentActor() actor: Actor,
    @Param('id', IntegrationIdPipe) id: number,
    @Param('callId', CallIdPipe) callId: number,
  ): Promise<IntegrationCallView> {
    return this.calls.replay(actor, id, callId);
  }
}
