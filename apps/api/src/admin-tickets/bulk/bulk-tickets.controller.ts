import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { BulkPreview, BulkResult, BulkUndone } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../../platform/access/access.decorators.js';
import type { Actor } from '../../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../../platform/http/api-docs.js';
import { idPipe } from '../../platform/http/id.pipe.js';
import { Idempotent } from '../../platform/idempotency/idempotent.js';
import { BulkPreviewDto, BulkResultDto, BulkUndoneDto } from '../dto/bulk-result.dto.js';
import { BulkTicketsDto } from '../dto/bulk-tickets.dto.js';
import { BulkTicketsService } from './bulk-tickets.service.js';
import { bulkChangeNotFound } from './bulk.problems.js';
import { UndoBulkService } from './undo-bulk.service.js';

const BulkIdPipe = idPipe(bulkChangeNotFound);

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/tickets/bulk')
export class BulkTicketsController {
  constructor(
    private readonly bulk: BulkTicketsService,
    private readonly undoing: UndoBulkService,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say what a change of many tickets would do',
    description: 'By the rules of the change itself. Nothing happens.',
  })
  @ApiOkResponse({ type: BulkPreviewDto })
  @ApiProblems(400, 403, 413, 415, 429)
  preview(@CurrentActor() actor: Actor, @Body() body: BulkTicketsDto): Promise<BulkPreview> {
    return this.bulk.preview(actor, body);
  }

  @Post()
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({
    summary: 'Change many tickets',
    description: 'In one transaction. Those that a rule forbids are named, and keep nobody else back.',
  })
  @ApiOkResponse({ type: BulkResultDto })
  @ApiProblems(400, 403, 409, 413, 415, 429)
  change(@CurrentActor() actor: Actor, @Body() body: BulkTicketsDto): Promise<BulkResult> {
    return this.bulk.change(actor, body);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiParam({ name: 'id', type: 'integer', description: 'Id of the change.', example: 7 })
  @ApiOperation({
    summary: 'Take a change of many tickets back',
    description:
      'Once, within 15 minutes, by any admin. Tickets that somebody changed since stay as they are.',
  })
  @ApiOkResponse({ type: BulkUndoneDto })
  @ApiProblems(403, 404, 409, 429)
  undo(@CurrentActor() actor: Actor, @Param('id', BulkIdPipe) id: number): Promise<BulkUndone> {
    return this.undoing.undo(actor, id);
  }
}
