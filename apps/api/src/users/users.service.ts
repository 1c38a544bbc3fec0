import { Injectable } from '@nestjs/common';
import { LIMITS, type Page, type UserRef } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { type Tx } from '../platform/database/database.js';
import { Cursors, cutPage } from '../platform/http/paging.js';
import type { ListUsersQuery } from './dto/list-users.query.js';
import type { UserEntity } from './user.entity.js';
import { presentUserRef } from './user.presenter.js';
import { emailTaken } from './user.problems.js';
import { type NewUser, refusingTakenAddresses, UsersRepository } from './users.repository.js';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly cursors: Cursors,
  ) {}

  /** Active people by name. */
  async list(actor: Actor, query: ListUsersQuery): Promise<Page<UserRef>> {
    const { role, q, limit = LIMITS.page.standard, cursor } = query;
    const list = { list: 'users', actor: actor.id, role, q };
    const after = (this.cursors.read(list, cursor) ?? ['', 0]) as [string, number];
    const found = await this.users.search(role, q, after, limit + 1);
    const { rows, next } = cutPage(found, limit, ({ name, id }) => [name, id]);
    return {
      results: rows.map(presentUserRef),
      next_cursor: next && this.cursors.write(list, next),
      total: null,
      total_at_least: rows.length,
    };
  }

  /** @throws ProblemError 409 when somebody has the address already; who asks for their own account can sign in */
  create(tx: Tx, user: NewUser, problem = emailTaken): Promise<UserEntity> {
    return refusingTakenAddresses(problem, () => this.users.insert(tx, user));
  }
}
