import { Injectable } from '@nestjs/common';
import type { Me } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import {
  canonicalEmail,
  presentMe,
  type UpdateMeDto,
  userChanges,
  UserDirectory,
  UserEntity,
  userEvent,
  UsersRepository,
} from '../users/index.js';
import { AuthLog } from './auth-log.js';
import { badCredentials, notSignedIn, twoFactorRequired, wrongCode } from './auth.problems.js';
import type { LoginDto } from './dto/credentials.dto.js';
import { PasswordHasher } from './password-hasher.js';
import { SecondFactor } from './two-factor/second-factor.js';
import { type Device, type OpenedSession, SessionsService } from './sessions.service.js';

/** A session and whose it is: what register, login and refresh answer with. */
export interface SignedIn {
  user: UserEntity;
  session: OpenedSession;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly directory: UserDirectory,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly events: EventLog,
    private readonly factor: SecondFactor,
    private readonly log: AuthLog,
  ) {}

  /** @throws ProblemError 401, the same for an unknown address and a wrong password; another when a code is due */
  async login({ email, password, code }: LoginDto, device: Device): Promise<SignedIn> {
    const user = await this.users.findByEmail(canonicalEmail(email)!);
    const matches = await this.hasher.matches(password, user?.passwordHash);
    if (!user || !matches || !user.isActive) {
      this.log.refused('sign-in refused', { userId: user?.id ?? null });
      throw badCredentials();
    }
    const passwordHash = this.hasher.isOutdated(user.passwordHash)
      ? await this.hasher.hash(password)
      : undefined;
    const session = await this.database.transaction(async (tx) => {
      await this.requireCode(tx, await this.requireStill(tx, user), code);
      if (passwordHash) await this.users.replacePasswordHash(tx, user.id, passwordHash);
      return this.sessions.open(tx, user.id, device);
    });
    this.log.happened('signed in', { userId: user.id });
    return { user, session };
  }

  /** @throws ProblemError 401 */
  async refresh(refreshToken: string): Promise<SignedIn> {
    const session = await this.sessions.refresh(refreshToken);
    return { user: await this.requireUser(session.userId), session };
  }

  async logout(actor: Actor): Promise<void> {
    await this.database.transaction((tx) => this.sessions.end(tx, actor.sessionId));
    this.log.happened('signed out');
  }

  async me(actor: Actor): Promise<Me> {
    return presentMe(await this.requireUser(actor.id), actor.mustSetUpTwoFactor);
  }

  /** Nothing given changes nothing and makes no history. */
  async updateMe(actor: Actor, { first_name, last_name }: UpdateMeDto): Promise<Me> {
    const names = {
      ...(first_name && { firstName: first_name }),
      ...(last_name && { lastName: last_name }),
    };
    if (Object.keys(names).length > 0) {
      await this.database.transaction((tx) => this.rename(tx, actor, names));
      this.directory.forget(actor.id);
    }
    return this.me(actor);
  }

  private async rename(tx: Tx, { id }: Actor, names: Partial<Pick<UserEntity, 'firstName' | 'lastName'>>) {
    const before = (await this.users.lock(tx, id))!;
    const changes = userChanges(before, Object.assign(new UserEntity(), before, names));
    if (changes.length === 0) return;
    await this.users.rename(tx, id, names);
    await this.events.append(tx, userEvent('user.renamed', id, id, changes));
  }

  /**
   * Hashing takes its time, in which people are shut out, and passwords changed: a session that is opened after that
   * would outlive it. Locked, so that of two who use one code at once, one is refused. @throws ProblemError 401
   */
  private async requireStill(tx: Tx, user: UserEntity): Promise<UserEntity> {
    const locked = await this.users.lock(tx, user.id);
    // an outdated hash may just have been renewed by another sign-in
    const isSame = locked?.passwordHash === user.passwordHash || this.hasher.isOutdated(user.passwordHash);
    if (locked?.isActive && isSame) return locked;
    this.log.refused('sign-in refused', { userId: user.id });
    throw badCredentials();
  }

  /** @param user locked */
  private async requireCode(tx: Tx, user: UserEntity, code: string | undefined): Promise<void> {
    if (!user.totpConfirmedAt) return;
    if (code === undefined) throw twoFactorRequired();
    if (await this.factor.accepts(tx, user, code)) return;
    this.log.refused('sign-in refused: wrong code', { userId: user.id });
    throw wrongCode();
  }

  private async requireUser(id: number): Promise<UserEntity> {
    const user = await this.users.find(id);
    if (!user) throw notSignedIn();
    return user;
  }
}
