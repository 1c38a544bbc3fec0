import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { UserView } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { CurrentActor, Roles } from '../platform/access/access.decorators.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { idPipe } from '../platform/http/id.pipe.js';
import { ListUsersQuery } from './dto/list-users.query.js';
import { UserRefPageDto } from './dto/user-ref.dto.js';
import { UpdateUserDto, UserDto } from './dto/user.dto.js';
import { RightsService } from './rights.service.js';
import { userNotFound } from './user.problems.js';
import { UsersService } from './users.service.js';

const UserIdPipe = idPipe(userNotFound);

@ApiTags('users')
@SignedIn()
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly rights: RightsService,
  ) {}

  @Get()
  @Roles(['admin'])
  @ApiOperation({ summary: 'List people', description: 'Active people by name: for the assignee picker.' })
  @ApiOkResponse({ type: UserRefPageDto })
  @ApiProblems(400, 403)
  list(@CurrentActor() actor: Actor, @Query() query: ListUsersQuery): Promise<UserRefPageDto> {
    return this.users.list(actor, query);
  }

  @Patch(':id')
  @Roles(['admin'])
  @ApiParam({ name: 'id', type: 'integer', description: 'Id of the person.', example: 7 })
  @ApiOperation({
    summary: 'Change what a person may do',
    description: 'Role and activity; both count at once. The last active admin stays one.',
  })
  @ApiOkResponse({ type: UserDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 429)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', UserIdPipe) id: number,
    @Body() body: UpdateUserDto,
  ): Promise<UserView> {
    return this.rights.update(actor, id, body);
  }
}
