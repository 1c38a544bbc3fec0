import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { JobView, Page, RetriedJobs } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { CsvExport } from '../platform/csv/csv-export.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { JobDto, JobPageDto, RetriedJobsDto, RetryDeadJobsDto } from './dto/job.dto.js';
import { FilterJobsQuery, ListJobsQuery } from './dto/list-jobs.query.js';
import { jobNotFound } from './job.problems.js';
import { JobsService } from './jobs.service.js';

const JobIdPipe = idPipe(jobNotFound);

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get()
  @ApiOperation({
    summary: 'List background work that is not done',
    description: 'Mails, webhooks and the like that failed too often (`dead`), or that wait. Newest first.',
  })
  @ApiOkResponse({ type: JobPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListJobsQuery): Promise<Page<JobView>> {
    return this.jobs.list(actor, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Export background work', description: 'Everything that the filters leave.' })
  @CsvExport('Id,State,Work,For,Event,Ticket,Tries,Next try,Failed,Last error\r\n')
  @ApiProblems(400, 403)
  export(@CurrentActor() _actor: Actor, @Query() query: FilterJobsQuery): CsvTable {
    return this.jobs.export(query);
  }

  @Post('retry_dead')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try all dead jobs again',
    description: 'Or those of one handler. At most 1,000 at a time.',
  })
  @ApiOkResponse({ type: RetriedJobsDto })
  @ApiProblems(400, 403, 413, 415, 429)
  retryDead(@CurrentActor() actor: Actor, @Body() body: RetryDeadJobsDto): Promise<RetriedJobs> {
    return this.jobs.retryDead(actor, body.handler);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiParam({ name: 'id', type: 'integer', description: 'Id of the job.', example: 12 })
  @ApiOperation({ summary: 'Try a dead job again', description: 'At once, and as often as a new one.' })
  @ApiOkResponse({ type: JobDto })
  @ApiProblems(403, 404, 409, 429)
  retry(@CurrentActor() actor: Actor, @Param('id', JobIdPipe) id: number): Promise<JobView> {
    return this.jobs.retry(actor, id);
  }
}
