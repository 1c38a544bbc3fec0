import { Injectable } from '@nestjs/common';
import type { UserView } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { requireVersion, type VersionCheck } from '../platform/http/if-match.js';
import { Log } from '../platform/logging/log.js';
import type { UpdateUserDto } from './dto/user.dto.js';
import { RightsChanges } from './rights-changes.js';
import { UserDirectory } from './user-directory.js';
import { UserEntity } from './user.entity.js';
import { accountChanged, userChanges } from './user.events.js';
import { presentUser } from './user.presenter.js';
import { lastAdmin, userNotFound } from './user.problems.js';
import { UsersRepository } from './users.repository.js';

/** What an admin may change of an account. What is left out stays as it is. */
export type AccountChange = Partial<
  Pick<UserEntity, 'firstName' | 'lastName' | 'email' | 'role' | 'isActive'>
>;

/** Who may do what from now on: roles, and who may come in at all; and what people are called. */
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
    return presentUser(await this.change(actor, id, { role, isActive }));
  }

  /** @throws ProblemError 404; 409 when nobody would be left to administer, or the address is taken; 412; 429 */
  async change(actor: Actor, id: number, given: AccountChange, version?: VersionCheck): Promise<UserEntity> {
    const known = Object.entries(given).filter(([, value]) => value !== undefined);
    const fields = await this.database.transaction(async (tx) => {
      const admins = await this.users.lockActiveAdmins(tx); // before the person: one order for everybody
      const before = await this.users.lock(tx, id);
      if (!before) throw userNotFound();
      requireVersion(version, before.version);
      const after = Object.assign(new UserEntity(), before, Object.fromEntries(known));
      requireAdminLeft(admins, id, after);
      return this.write(tx, actor, before, after);
    });
    const user = (await this.users.find(id))!;
    if (fields.length > 0) {
      this.directory.forget(id);
      await this.rightsChanges.announce(id);
      const { role, isActive } = user;
      this.log.info('account changed', { log: 'auth', userId: id, fields, role, isActive });
    }
    return user;
  }

  /** @returns names of the fields that are different now */
  private async write(tx: Tx, actor: Actor, before: UserEntity, after: UserEntity): Promise<string[]> {
    const changes = userChanges(before, after);
    if (changes.length === 0) return [];
    const hasMoved = await this.users.change(tx, after);
    for (const event of accountChanged(actor, after.id, changes)) await this.events.append(tx, event);
    if (before.isActive && !after.isActive) await this.rightsChanges.shutOut(tx, after.id);
    if (hasMoved) await this.rightsChanges.moved(tx, after.id);
    return changes.map(({ field }) => field);
  }
}

function requireAdminLeft(admins: number[], id: number, after: Pick<UserEntity, 'role' | 'isActive'>): void {
  const stays = after.role === 'admin' && after.isActive;
  if (admins.includes(id) && admins.length === 1 && !stays) throw lastAdmin();
}
