import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AdminUser, AdminUserDetail, Page } from '@ticketing/contracts';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { CsvExport } from '../platform/csv/csv-export.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { VersionTag } from '../platform/http/answer-headers.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { IfMatch, IfMatchHeader, type VersionCheck } from '../platform/http/if-match.js';
import { Idempotent } from '../platform/idempotency/idempotent.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import { AdminUsersReader } from './admin-users-reader.js';
import { AdminUsersService } from './admin-users.service.js';
import { AdminUserDetailDto, AdminUserPageDto } from './dto/admin-user.dto.js';
import { AdminUserFilterQuery, ListAdminUsersQuery } from './dto/list-admin-users.query.js';
import { AdminUpdateUserDto, InviteUserDto } from './dto/write-admin-user.dto.js';
import { PersonIdPipe, PersonParam } from './person-param.js';

@ApiTags('admin')
@SignedIn()
@Roles(['admin'])
@Controller('admin/users')
export class AdminUsersController {
  constructor(
    private readonly reader: AdminUsersReader,
    private readonly users: AdminUsersService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List people with their accounts', description: 'Everybody, inactive ones too.' })
  @ApiOkResponse({ type: AdminUserPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListAdminUsersQuery): Promise<Page<AdminUser>> {
    return this.reader.list(actor, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Export people', description: 'Everybody whom the filters leave, in the order.' })
  @CsvExport(
    'Id,First name,Last name,E-mail,Role,Active,E-mail verified,Two-factor,Invited,Created,Changed\r\n',
  )
  @ApiProblems(400, 403)
  export(@CurrentActor() _actor: Actor, @Query() query: AdminUserFilterQuery): CsvTable {
    return this.reader.export(query);
  }

  @Post()
  @Idempotent()
  @Limited('account-mail')
  @VersionTag()
  @ApiOperation({
    summary: 'Invite a person',
    description: 'Makes the account and mails a link, good for an hour, to choose a password.',
  })
  @ApiCreatedResponse({ type: AdminUserDetailDto })
  @ApiProblems(400, 403, 409, 413, 415, 429)
  invite(@CurrentActor() actor: Actor, @Body() body: InviteUserDto): Promise<AdminUserDetail> {
    return this.users.invite(actor, body);
  }

  @Get(':id')
  @VersionTag()
  @PersonParam()
  @ApiOperation({ summary: 'Read a person', description: 'With what hangs on the account.' })
  @ApiOkResponse({ type: AdminUserDetailDto })
  @ApiProblems(403, 404)
  read(@Param('id', PersonIdPipe) id: number): Promise<AdminUserDetail> {
    return this.reader.read(id);
  }

  @Patch(':id')
  @VersionTag()
  @PersonParam()
  @IfMatchHeader()
  @ApiOperation({
    summary: 'Change a person',
    description:
      'Another address is unverified until the link mailed to it is used; the old one gets a notice. Nobody takes away the own rights, and the last active admin stays one.',
  })
  @ApiOkResponse({ type: AdminUserDetailDto })
  @ApiProblems(400, 403, 404, 409, 412, 413, 415, 429)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', PersonIdPipe) id: number,
    @Body() body: AdminUpdateUserDto,
    @IfMatch() version: VersionCheck,
  ): Promise<AdminUserDetail> {
    return this.users.update(actor, id, body, version);
  }
}
