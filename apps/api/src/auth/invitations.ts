import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@ticketing/contracts';
import type { Who } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import {
  addressTaken,
  canonicalEmail,
  type UserEntity,
  userChanges,
  userEvent,
  UsersService,
} from '../users/index.js';
import { AuthLog } from './auth-log.js';
import { MailTokensService } from './mail-tokens/mail-tokens.service.js';
import { PasswordHasher } from './password-hasher.js';

/** What has to be ready before the transaction: hashing takes too long for one. */
export interface PreparedInvitation {
  passwordHash: string;
}

/**
 * Accounts for people who did not register: whom an admin invites, or whose mail an admin took in. Nobody knows the
 * password, the address is not verified, and the link that sets the one verifies the other.
 */
@Injectable()
export class Invitations {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly accounts: UsersService,
    private readonly mailTokens: MailTokensService,
    private readonly events: EventLog,
    private readonly log: AuthLog,
  ) {}

  async prepare(): Promise<PreparedInvitation> {
    return { passwordHash: await this.hasher.hash(randomUUID()) };
  }

  /** @param guest the canonical address, and a name that strangers wrote */
  async send(
    tx: Tx,
    inviter: Who,
    { passwordHash }: PreparedInvitation,
    guest: { email: string; name: string },
  ): Promise<UserEntity> {
    return this.invite(
      tx,
      inviter,
      { passwordHash },
      { ...namesOf(guest), email: guest.email, role: 'user' },
    );
  }

  /** @throws ProblemError 409 when somebody has the address */
  async invite(
    tx: Tx,
    inviter: Who,
    { passwordHash }: PreparedInvitation,
    person: Pick<UserEntity, 'email' | 'firstName' | 'lastName' | 'role'>,
  ): Promise<UserEntity> {
    const emailCanonical = canonicalEmail(person.email)!;
    const account = { ...person, emailCanonical, passwordHash, invitedAt: new Date() };
    const user = await this.accounts.create(tx, account, addressTaken);
    await this.events.append(
      tx,
      userEvent('user.invited', inviter.id, user.id, userChanges(undefined, user)),
    );
    await this.mailTokens.sendLink(tx, user.id, 'reset_password');
    this.log.happened('invited', { userId: user.id });
    return user;
  }
}

/** First and last name, or what stands before the @. */
function namesOf({ email, name }: { email: string; name: string }) {
  const cut = (text: string) => [...text].slice(0, LIMITS.personName.max).join('').trim();
  const [first = '', ...rest] = name.replace(/["<>]/g, ' ').trim().split(/\s+/);
  return { firstName: cut(first) || cut(email.split('@')[0]!), lastName: cut(rest.join(' ')) };
}
