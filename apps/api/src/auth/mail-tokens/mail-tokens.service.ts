import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Secrets } from '../../platform/config/secrets.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { EventLog } from '../../platform/events/event-log.js';
import { tooManyRequests } from '../../platform/throttle/throttle.problems.js';
import { canonicalEmail, type UserEntity, UsersRepository } from '../../users/index.js';
import { AuthLog } from '../auth-log.js';
import { linkNotGood } from '../auth.problems.js';
import type { ResetPasswordDto } from '../dto/password.dto.js';
import { PasswordHasher } from '../password-hasher.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import type { MailTokenPurpose } from './mail-token.entity.js';
import { MailTokenSigner } from './mail-token.js';
import { MailTokensRepository } from './mail-tokens.repository.js';

/** An account gets at most so many mails of a kind in an hour, whoever asks for them. */
const MOST_MAILS_AN_HOUR = 3;
const HOUR_SECONDS = 3_600;

/** Links by mail: a forgotten password, an address to verify. */
@Injectable()
export class MailTokensService {
  private readonly signer: MailTokenSigner;

  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly tokens: MailTokensRepository,
    private readonly passwords: PasswordsService,
    private readonly hasher: PasswordHasher,
    private readonly events: EventLog,
    private readonly log: AuthLog,
    secrets: Secrets,
  ) {
    this.signer = new MailTokenSigner(secrets);
  }

  /** Does the same, and takes about as long, whether the address has an account or not. */
  async forgotPassword(email: string): Promise<void> {
    const user = await this.users.findByEmail(canonicalEmail(email)!);
    this.log.happened('password reset asked for', { userId: user?.id ?? null });
    if (!user?.isActive) return;
    await this.database.transaction((tx) => this.sendLink(tx, user.id, 'reset_password'));
  }

  async resendVerification(actor: Actor): Promise<void> {
    const user = (await this.users.find(actor.id))!;
    if (user.emailVerifiedAt) return;
    await this.database.transaction((tx) => this.sendLink(tx, user.id, 'verify_email'));
  }

  /** Part of registering. @returns false when there were enough for now: nothing is sent */
  async sendLink(tx: Tx, userId: number, purpose: MailTokenPurpose): Promise<boolean> {
    if ((await this.tokens.countRecent(tx, userId, purpose)) >= MOST_MAILS_AN_HOUR) return false;
    const tokenId = await this.tokens.insert(tx, userId, purpose);
    const type =
      purpose === 'reset_password' ? 'user.password_reset_requested' : 'user.verification_requested';
    await this.events.append(tx, { type, ticketId: null, actorId: userId, data: { token_id: tokenId } });
    return true;
  }

  /** For somebody who waits for the mail. @throws ProblemError 429 */
  async requireLink(tx: Tx, userId: number, purpose: MailTokenPurpose): Promise<void> {
    if (!(await this.sendLink(tx, userId, purpose))) throw tooManyRequests(HOUR_SECONDS);
  }

  /**
   * What was mailed to the old address opens nothing any more. The new one has to be proven, by whoever was invited
   * with the link that was meant for them.
   */
  async readdress(tx: Tx, userId: number): Promise<void> {
    const { invitedAt } = (await this.users.findIn(tx, userId))!;
    await this.tokens.voidAll(tx, userId);
    await this.requireLink(tx, userId, invitedAt ? 'reset_password' : 'verify_email');
  }

  /** Ends all sessions. @throws ProblemError 400 */
  async resetPassword({ token, new_password }: ResetPasswordDto): Promise<void> {
    const id = this.requireOurs(token, 'reset_password');
    const passwordHash = await this.hasher.hash(new_password);
    await this.database.transaction(async (tx) => {
      const user = await this.useLink(tx, id, 'reset_password');
      requireGoodPassword(new_password, user, '/new_password'); // refused: the link stays good
      await this.users.markVerified(tx, user.id); // the mail reached them
      await this.passwords.replace(tx, user, passwordHash, null);
      this.log.happened('password reset', { userId: user.id });
    });
  }

  /** @throws ProblemError 400 */
  async verifyEmail(token: string): Promise<void> {
    const id = this.requireOurs(token, 'verify_email');
    await this.database.transaction(async (tx) => {
      const user = await this.useLink(tx, id, 'verify_email');
      await this.users.markVerified(tx, user.id);
      this.log.happened('e-mail address verified', { userId: user.id });
    });
  }

  /** Made-up tokens cost no hash and no query. */
  private requireOurs(token: string, purpose: MailTokenPurpose): string {
    return this.signer.idOf(token) ?? this.refuse(purpose);
  }

  private async useLink(tx: Tx, id: string, purpose: MailTokenPurpose): Promise<UserEntity> {
    const userId = await this.tokens.use(tx, id, purpose);
    const user = userId === undefined ? null : await this.users.find(userId);
    return user?.isActive ? user : this.refuse(purpose);
  }

  private refuse(purpose: MailTokenPurpose): never {
    this.log.refused('mailed link refused', { purpose });
    throw linkNotGood();
  }
}
