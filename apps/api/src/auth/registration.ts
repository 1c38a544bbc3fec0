import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { ProblemError } from '../platform/http/problem.js';
import { keyUsedForAnother } from '../platform/idempotency/idempotency.problems.js';
import { IdempotencyRepository } from '../platform/idempotency/idempotency.repository.js';
import { requestHashOf } from '../platform/idempotency/request-hash.js';
import { canonicalEmail, type UserEntity, userEvent, UsersRepository, UsersService } from '../users/index.js';
import { AuthLog } from './auth-log.js';
import type { SignedIn } from './auth.service.js';
import type { RegisterDto } from './dto/credentials.dto.js';
import { MailTokensService } from './mail-tokens/mail-tokens.service.js';
import { PasswordHasher } from './password-hasher.js';
import { requireGoodPassword } from './passwords/password-rules.js';
import { type Device, SessionsService } from './sessions.service.js';

/**
 * Makes accounts. An `Idempotency-Key` counts within the address; its answer holds tokens and is not kept: the
 * same request again, with the right password, gets a session of its own on the account that it made.
 */
@Injectable()
export class Registration {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly accounts: UsersService,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly mailTokens: MailTokensService,
    private readonly keys: IdempotencyRepository,
    private readonly events: EventLog,
    private readonly log: AuthLog,
  ) {}

  /** @throws ProblemError 409 when the address has an account, 422 when the key made it of something else */
  async register(body: RegisterDto, device: Device, key?: string): Promise<SignedIn & { replayed: boolean }> {
    const { email, password, first_name: firstName, last_name: lastName } = body;
    requireGoodPassword(password, { email, firstName, lastName }, '/password');
    try {
      return { ...(await this.make(body, device, key)), replayed: false };
    } catch (error) {
      const made = key !== undefined && isEmailTaken(error) && (await this.madeWith(key, body));
      if (!made) throw error;
      const session = await this.database.transaction((tx) => this.sessions.open(tx, made.id, device));
      this.log.happened('registered before, with the same key', { userId: made.id });
      return { user: made, session, replayed: true };
    }
  }

  private async make(body: RegisterDto, device: Device, key: string | undefined): Promise<SignedIn> {
    const passwordHash = await this.hasher.hash(body.password);
    return this.database.transaction(async (tx) => {
      const user = await this.accounts.create(tx, {
        email: body.email,
        emailCanonical: canonicalEmail(body.email)!,
        firstName: body.first_name,
        lastName: body.last_name,
        passwordHash,
        role: 'user',
      });
      if (key !== undefined) {
        await this.keys.record(tx, { actorId: user.id, key, requestHash: hashOf(body) });
      }
      await this.events.append(tx, userEvent('user.registered', user.id, user.id));
      await this.mailTokens.sendLink(tx, user.id, 'verify_email');
      const session = await this.sessions.open(tx, user.id, device);
      this.log.happened('registered', { userId: user.id });
      return { user, session };
    });
  }

  /** Whoever knows key and password made the account; a second factor that it has by now is not skipped. */
  private async madeWith(key: string, body: RegisterDto): Promise<UserEntity | undefined> {
    const user = await this.users.findByEmail(canonicalEmail(body.email)!);
    if (!user?.isActive || user.totpConfirmedAt) return undefined;
    const use = await this.keys.read({ actorId: user.id, key });
    if (!use) return undefined;
    const isSame = use.requestHash.equals(hashOf(body));
    if (!isSame || !(await this.hasher.matches(body.password, user.passwordHash))) throw keyUsedForAnother();
    return user;
  }
}

const isEmailTaken = (error: unknown) => error instanceof ProblemError && error.kind.slug === 'email-taken';

/** The password is compared through its own slow hash, and where the refresh token travels makes no other account. */
function hashOf({ email, first_name, last_name }: RegisterDto): Buffer {
  const facts = { email: canonicalEmail(email), first_name, last_name };
  return requestHashOf('POST', '/api/auth/register', facts);
}
