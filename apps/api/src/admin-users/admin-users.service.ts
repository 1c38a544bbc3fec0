import { Injectable } from '@nestjs/common';
import type { AdminUserDetail } from '@ticketing/contracts';
import { Invitations } from '../auth/index.js';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import type { VersionCheck } from '../platform/http/if-match.js';
import { RightsService } from '../users/index.js';
import { ownRights } from './admin-users.problems.js';
import { AdminUsersReader } from './admin-users-reader.js';
import type { AdminUpdateUserDto, InviteUserDto } from './dto/write-admin-user.dto.js';

/** Makes and changes people. The route asked for the role. */
@Injectable()
export class AdminUsersService {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
    private readonly rights: RightsService,
    private readonly reader: AdminUsersReader,
  ) {}

  /** The account is there at once: tickets can be theirs before they choose a password. @throws ProblemError 409 */
  async invite(actor: Actor, body: InviteUserDto): Promise<AdminUserDetail> {
    const { email, first_name: firstName, last_name: lastName, role = 'user' } = body;
    const prepared = await this.invitations.prepare();
    const { id } = await this.database.transaction((tx) =>
      this.invitations.invite(tx, actor, prepared, { email, firstName, lastName, role }),
    );
    return this.reader.read(id);
  }

  /** @throws ProblemError 404; 409 for the last admin, the own rights and a taken address; 412; 429 */
  async update(
    actor: Actor,
    id: number,
    body: AdminUpdateUserDto,
    version: VersionCheck,
  ): Promise<AdminUserDetail> {
    const { first_name: firstName, last_name: lastName, email, role, is_active: isActive } = body;
    if (id === actor.id && (role === 'user' || isActive === false)) throw ownRights();
    await this.rights.change(actor, id, { firstName, lastName, email, role, isActive }, version);
    return this.reader.read(id);
  }
}
