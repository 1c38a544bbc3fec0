import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.js';
import { UsersRepository } from '../users/index.js';
import { assigneeNotAdmin } from './ticket.problems.js';

/** Who can have a ticket: active admins, and nobody. */
@Injectable()
export class Assignees {
  constructor(private readonly users: UsersRepository) {}

  /** Holds for the rest of the transaction. @throws ProblemError 400, at this field */
  async requireAssignable(tx: Tx, id: number | null, pointer = '/assigned_to'): Promise<void> {
    if (!(await this.isAssignable(tx, id))) throw assigneeNotAdmin(pointer);
  }

  async isAssignable(tx: Tx, id: number | null): Promise<boolean> {
    return id === null || this.users.isActiveAdmin(tx, id);
  }
}
