import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { ListUsersQuery } from './dto/list-users.query.js';
import { UserRefPageDto } from './dto/user-ref.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@SignedIn()
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Roles(['admin'])
  @ApiOperation({ summary: 'List people', description: 'Active people by name: for the assignee picker.' })
  @ApiOkResponse({ type: UserRefPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListUsersQuery): Promise<UserRefPageDto> {
    return this.users.list(actor, query);
  }
}
