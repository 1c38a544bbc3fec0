import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Env, InvalidEnvError } from '../platform/config/env.js';
import { Database } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import { canonicalEmail, userEvent, UsersRepository, UsersService } from '../users/index.js';
import { isCommonPassword } from './passwords/common-passwords.js';
import { PasswordHasher } from './password-hasher.js';

/** The first admin, just made. */
export interface FirstAdmin {
  id: number;
  email: string;
  /** The random password, to be shown once; undefined when the configuration gave one. */
  password?: string;
}

/** Makes the first admin of an empty database. In production only with a password from the configuration. */
@Injectable()
export class FirstAdminMaker {
  constructor(
    private readonly env: Env,
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly accounts: UsersService,
    private readonly hasher: PasswordHasher,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /**
   * @returns undefined when there are users already, or none may be made
   * @throws InvalidEnvError when everybody would guess the configured password
   */
  async makeIfEmpty(): Promise<FirstAdmin | undefined> {
    if (!(await this.users.isEmpty())) return undefined;
    const { ADMIN_EMAIL: email, ADMIN_PASSWORD: given, isProduction } = this.env;
    if (isProduction && !given) {
      this.log.warn('no admin yet: set ADMIN_EMAIL and ADMIN_PASSWORD and start again');
      return undefined;
    }
    if (given && isCommonPassword(given)) {
      throw new InvalidEnvError('Configuration: ADMIN_PASSWORD is one of the most used passwords.');
    }
    const password = given ?? randomBytes(12).toString('base64url');
    const id = await this.make(email, password);
    return { id, email, ...(given ? {} : { password }) };
  }

  private async make(email: string, password: string): Promise<number> {
    const passwordHash = await this.hasher.hash(password);
    return this.database.transaction(async (tx) => {
      const { id } = await this.accounts.create(tx, {
        email,
        emailCanonical: canonicalEmail(email)!,
        firstName: 'First',
        lastName: 'Admin',
        passwordHash,
        role: 'admin',
      });
      await this.events.append(tx, userEvent('user.first_admin_made', null, id));
      return id;
    });
  }
}
