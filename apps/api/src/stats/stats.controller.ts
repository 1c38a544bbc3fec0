import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AgentStatsList, TicketStats } from '@ticketing/contracts';
import { Roles } from '../platform/access/access.decorators.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { AgentStatsListDto } from './dto/agent-stats.dto.js';
import { ReadStatsQuery } from './dto/read-stats.query.js';
import { TicketStatsDto } from './dto/ticket-stats.dto.js';
import { StatsService } from './stats.service.js';

@ApiTags('stats')
@SignedIn()
@Roles(['admin'])
@Controller('tickets/stats')
export class StatsController {
  constructor(private readonly stats: StatsService) {}

  @Get()
  @ApiOperation({
    summary: 'Read the statistics',
    description:
      'Of a period of days (UTC), beside the period before, which is as long; and how everything is now. ' +
      '`definitions` says how each metric is counted. Every count is that of the ticket list with the same filters.',
  })
  @ApiOkResponse({ type: TicketStatsDto })
  @ApiProblems(400, 403)
  read(@Query() query: ReadStatsQuery): Promise<TicketStats> {
    return this.stats.read(query);
  }

  @Get('agents')
  @ApiOperation({
    summary: 'Read the statistics of each admin',
    description: 'Active admins, and who else has tickets. Tickets count for who has them now.',
  })
  @ApiOkResponse({ type: AgentStatsListDto })
  @ApiProblems(400, 403)
  readAgents(@Query() query: ReadStatsQuery): Promise<AgentStatsList> {
    return this.stats.readAgents(query);
  }
}
