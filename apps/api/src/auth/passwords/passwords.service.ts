import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { EventLog } from '../../platform/events/event-log.js';
import { invalidInput } from '../../platform/http/problem.js';
import { AuthLog } from '../auth-log.js';
import { type UserEntity, userEvent, UsersRepository } from '../../users/index.js';
import type { ChangePasswordDto } from '../dto/password.dto.js';
import { LiveSessions } from '../live-sessions.js';
import { MailTokensRepository } from '../mail-tokens/mail-tokens.repository.js';
import { PasswordHasher } from '../password-hasher.js';
import { SessionsRepository } from '../sessions.repository.js';
import { requireGoodPassword } from './password-rules.js';

/** Changes passwords, with everything that follows: other sessions and mailed links end. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsRepository,
    private readonly live: LiveSessions,
    private readonly mailTokens: MailTokensRepository,
    private readonly events: EventLog,
    private readonly log: AuthLog,
  ) {}

  /** The session of the request goes on, all others end. @throws ProblemError 400 */
  async change(actor: Actor, { current_password, new_password }: ChangePasswordDto): Promise<void> {
    const user = (await this.users.find(actor.id))!;
    if (!(await this.hasher.matches(current_password, user.passwordHash))) {
      this.log.refused('password change refused', { userId: actor.id });
      throw invalidInput([{ pointer: '/current_password', detail: 'This is not the current password.' }]);
    }
    requireGoodPassword(new_password, user, '/new_password');
    const passwordHash = await this.hasher.hash(new_password);
    await this.database.transaction((tx) => this.replace(tx, user, passwordHash, actor.sessionId));
    this.log.happened('password changed', { userId: actor.id });
  }

  /** @param keptSession goes on; null ends all */
  async replace(tx: Tx, user: UserEntity, passwordHash: string, keptSession: string | null): Promise<void> {
    await this.users.replacePasswordHash(tx, user.id, passwordHash);
    await this.mailTokens.voidAll(tx, user.id);
    const ended = await this.sessions.revokeAll(tx, user.id, keptSession);
    ended.forEach((id) => this.live.forget(id));
    await this.events.append(tx, userEvent('user.password_changed', user.id, user.id));
  }
}
