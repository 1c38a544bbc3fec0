import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.js';
import { UsersRepository } from '../users/index.js';
import { assigneeNotAdmin } from './ticket.problems.js';

/** Who can have a ticket: active admins, and nobody. */
@Injectable()
export class Assignees {
  constructor(private readonly users: UsersRepository) {}

  /** Holds for the rest of the transaction. @throws ProblemError 400 */
  async requireAssignable(tx: Tx, id: number | null): Promise<void> {
    if (id !== null && !(await this.users.isActiveAdmin(tx, id))) throw assigneeNotAdmin();
  }
}
