import { Injectable } from '@nestjs/common';
import type { SessionList } from '@ticketing/contracts';
import { MailTokensService, SessionsService, TwoFactorService } from '../auth/index.js';
import type { Actor } from '../platform/access/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import { type UserEntity, userEvent, userNotFound, UsersRepository } from '../users/index.js';
import { ownTwoFactor, personIsInactive } from './admin-users.problems.js';

/** What admins do about the ways into an account. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly mailTokens: MailTokensService,
    private readonly twoFactor: TwoFactorService,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /**
   * Mails a link to choose a password; to whom was invited, the invitation again. The password stays good until then.
   * @throws ProblemError 404; 409 for somebody inactive; 429 when there were enough mails
   */
  async resetPassword(actor: Actor, id: number): Promise<void> {
    await this.act(actor, id, 'user.password_reset_sent', async (tx, user) => {
      if (!user.isActive) throw personIsInactive();
      await this.mailTokens.requireLink(tx, id, 'reset_password');
    });
  }

  /** @throws ProblemError 404 */
  async listSessions(actor: Actor, id: number): Promise<SessionList> {
    if (!(await this.users.find(id))) throw userNotFound();
    return this.sessions.list({ id, sessionId: actor.sessionId });
  }

  /** @throws ProblemError 404 */
  async endSession(actor: Actor, id: number, sessionId: string): Promise<void> {
    await this.act(actor, id, 'user.session_ended', (tx) => this.sessions.endOne(tx, id, sessionId));
  }

  /** @throws ProblemError 404 */
  async endSessions(actor: Actor, id: number): Promise<void> {
    await this.act(actor, id, 'user.sessions_ended', async (tx) => {
      await this.sessions.endAll(tx, id);
    });
  }

  /** Ends no session and changes no password. @throws ProblemError 404; 409 when it is off, or the own */
  async disableTwoFactor(actor: Actor, id: number): Promise<void> {
    if (id === actor.id) throw ownTwoFactor();
    await this.twoFactor.disableFor(actor, id);
  }

  private async act(
    actor: Actor,
    id: number,
    type: `user.${string}`,
    work: (tx: Tx, user: UserEntity) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const user = await this.users.lock(tx, id);
      if (!user) throw userNotFound();
      await work(tx, user);
      await this.events.append(tx, userEvent(type, actor.id, id));
    });
    const what = type.replace('user.', '').replaceAll('_', ' ');
    this.log.info(`${what} by an admin`, { log: 'auth', userId: id });
  }
}
