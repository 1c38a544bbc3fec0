import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AuditEntry, Page } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { CsvExport } from '../platform/csv/csv-export.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { AuditService } from './audit.service.js';
import { AuditPageDto } from './dto/audit-entry.dto.js';
import { AuditFilterQuery, ReadAuditLogQuery } from './dto/read-audit-log.query.js';

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/audit_log')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @ApiOperation({
    summary: 'Read the audit log',
    description:
      'Who changed what, with old and new values, newest first. The history of one thing is `model` with `object`.',
  })
  @ApiOkResponse({ type: AuditPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ReadAuditLogQuery): Promise<Page<AuditEntry>> {
    return this.audit.list(actor, query);
  }

  @Get('export')
  @ApiOperation({
    summary: 'Export the audit log',
    description: 'Everything that the filters leave, newest first.',
  })
  @CsvExport('Time,Event,By,By id,Kind,Id,Name,Changes\r\n')
  @ApiProblems(400, 403)
  export(@CurrentActor() _actor: Actor, @Query() query: AuditFilterQuery): CsvTable {
    return this.audit.export(query);
  }
}
