import { Injectable } from '@nestjs/common';
import type { UserView } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import type { UpdateUserDto } from './dto/user.dto.js';
import { RightsChanges } from './rights-changes.js';
import { UserDirectory } from './user-directory.js';
import type { UserEntity } from './user.entity.js';
import { userChanges, userEvent } from './user.events.js';
import { presentUser } from './user.presenter.js';
import { lastAdmin, userNotFound } from './user.problems.js';
import { UsersRepository } from './users.repository.js';

/** Who may do what from now on: roles, and who may come in at all. */
@Injectable()
export class RightsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly directory: UserDirectory,
    private readonly rightsChanges: RightsChanges,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /** @throws ProblemError 404; 409 when nobody would be left to administer */
  async update(actor: Actor, id: number, { role, is_active: isActive }: UpdateUserDto): Promise<UserView> {
    const changed = await this.database.transaction(async (tx) => {
      const admins = await this.users.lockActiveAdmins(tx); // before the person: one order for everybody
      const user = await this.users.lock(tx, id);
      if (!user) throw userNotFound();
      const before = { role: user.role, isActive: user.isActive };
      const after = { role: role ?? user.role, isActive: isActive ?? user.isActive };
      requireAdminLeft(admins, id, after);
      if (after.role === before.role && after.isActive === before.isActive) return undefined;
      await this.users.setRights(tx, id, after);
      const changes = userChanges(user, { ...user, ...after });
      await this.events.append(tx, userEvent('user.rights_changed', actor.id, id, changes));
      return after;
    });
    if (changed) {
      this.directory.forget(id);
      await this.rightsChanges.announce(id);
      this.log.info('rights changed', { log: 'auth', userId: id, ...changed });
    }
    return presentUser((await this.users.find(id))!);
  }
}

function requireAdminLeft(admins: number[], id: number, after: Pick<UserEntity, 'role' | 'isActive'>): void {
  const stays = after.role === 'admin' && after.isActive;
  if (admins.includes(id) && admins.length === 1 && !stays) throw lastAdmin();
}
