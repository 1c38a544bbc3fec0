import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { JiraIssueList, JiraIssueView } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../../platform/access/access.decorators.js';
import type { Actor } from '../../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../../platform/http/api-docs.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { Limited } from '../../platform/throttle/rate-limits.js';
import { HiddenTicketGuard, TicketIdPipe, VisibleTicketGuard } from '../../tickets/index.js';
import { JiraIssueDto, JiraIssueListDto, RequestJiraIssueDto } from '../dto/jira-issue.dto.js';
import { JiraIssuesService } from './jira-issues.service.js';

const TicketParam = () =>
  ApiParam({ name: 'id', type: 'integer', description: 'Number of the ticket.', example: 182 });

@ApiTags('integrations')
@SignedIn()
@Roles(['admin'])
@Controller('tickets/:id/jira_issues')
export class JiraIssuesController {
  constructor(private readonly issues: JiraIssuesService) {}

  @Get()
  @UseGuards(VisibleTicketGuard)
  @TicketParam()
  @ApiOperation({
    summary: "List a ticket's issues in Jira",
    description:
      'With their states as they were last refreshed: every ten minutes, or by `refresh`. Admins only.',
  })
  @ApiOkResponse({ type: JiraIssueListDto })
  @ApiProblems(403, 404)
  list(@Param('id', TicketIdPipe) id: number): Promise<JiraIssueList> {
    return this.issues.list(id);
  }

  @Post()
  @UseGuards(HiddenTicketGuard)
  @HttpCode(202)
  @Idempotent()
  @TicketParam()
  @ApiOperation({
    summary: 'Make an issue in Jira',
    description:
      'It is made in the background: `pending` until then, `failed` with a reason when Jira does not take it. ' +
      'A ticket has one issue in each Jira. Admins only.',
  })
  @ApiResponse({ status: 202, description: 'It will be made.', type: JiraIssueDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 429)
  request(
    @CurrentActor() actor: Actor,
    @Param('id', TicketIdPipe) id: number,
    @Body() body: RequestJiraIssueDto,
  ): Promise<JiraIssueView> {
    return this.issues.request(actor, id, body.integration_id);
  }

  @Post('refresh')
  @UseGuards(HiddenTicketGuard)
  @Limited('outbound')
  @HttpCode(200)
  @TicketParam()
  @ApiOperation({ summary: "Ask Jira for the states of a ticket's issues", description: 'Now. Admins only.' })
  @ApiOkResponse({ type: JiraIssueListDto })
  @ApiProblems(403, 404, 429)
  refresh(@Param('id', TicketIdPipe) id: number): Promise<JiraIssueList> {
    return this.issues.refresh(id);
  }
}
