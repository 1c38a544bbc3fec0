import { Injectable } from '@nestjs/common';
import type { RecoveryCodes, TwoFactorSetup } from '@ticketing/contracts';
import QRCode from 'qrcode';
import type { Actor } from '../../platform/access/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { EventLog } from '../../platform/events/event-log.js';
import { invalidInput } from '../../platform/http/problem.js';
import {
  RightsChanges,
  type UserEntity,
  userEvent,
  userNotFound,
  UsersRepository,
} from '../../users/index.js';
import { AuthLog } from '../auth-log.js';
import { twoFactorIsOff, twoFactorIsOffAlready, twoFactorIsOn } from '../auth.problems.js';
import type { DisableTwoFactorDto } from '../dto/two-factor.dto.js';
import { PasswordHasher } from '../password-hasher.js';
import { newRecoveryCodes } from './recovery-codes.js';
import { SecondFactor } from './second-factor.js';
import { newSeed, totpFor } from './totp.js';
import { TwoFactorRepository } from './two-factor.repository.js';

const OFF = { totpSeed: null, totpConfirmedAt: null, totpLastStep: null };

/** Switches two-factor sign-in on and off. */
@Injectable()
export class TwoFactorService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly repository: TwoFactorRepository,
    private readonly factor: SecondFactor,
    private readonly hasher: PasswordHasher,
    private readonly rightsChanges: RightsChanges,
    private readonly events: EventLog,
    private readonly log: AuthLog,
  ) {}

  /** A new seed, not in force before a code of it was shown. @throws ProblemError 409 */
  async setUp(actor: Actor): Promise<TwoFactorSetup> {
    const seed = newSeed();
    const { email } = await this.withLock(actor, async (tx, user) => {
      if (user.totpConfirmedAt) throw twoFactorIsOn();
      await this.users.setTwoFactor(tx, user.id, { ...OFF, totpSeed: this.factor.seal(user.id, seed) });
      return user;
    });
    const address = totpFor(seed, email).toString();
    const svg = await QRCode.toString(address, { type: 'svg', margin: 1 });
    const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    return { secret: seed, otpauth_url: address, qr_code: picture };
  }

  /** @throws ProblemError 400 for a wrong code, 409 without a set-up */
  async enable(actor: Actor, code: string): Promise<RecoveryCodes> {
    return this.withLock(actor, async (tx, user) => {
      if (user.totpConfirmedAt) throw twoFactorIsOn();
      if (!user.totpSeed) throw twoFactorIsOff();
      await this.requireAppCode(tx, user, code);
      await this.users.setTwoFactor(tx, user.id, { totpConfirmedAt: new Date() });
      return this.giveRecoveryCodes(tx, user, 'user.two_factor_enabled');
    });
  }

  /** The old ones are void. @throws ProblemError 400, 409 */
  async renewRecoveryCodes(actor: Actor, code: string): Promise<RecoveryCodes> {
    return this.withLock(actor, async (tx, user) => {
      if (!user.totpConfirmedAt) throw twoFactorIsOff();
      await this.requireAppCode(tx, user, code);
      return this.giveRecoveryCodes(tx, user, 'user.recovery_codes_renewed');
    });
  }

  /** @throws ProblemError 400 for a wrong password or code, 409 when it is off */
  async disable(actor: Actor, { password, code }: DisableTwoFactorDto): Promise<void> {
    const { passwordHash } = (await this.users.find(actor.id))!;
    if (!(await this.hasher.matches(password, passwordHash)))
      throw wrong('/password', 'This is not the password.');
    await this.withLock(actor, async (tx, user) => {
      if (!user.totpConfirmedAt) throw twoFactorIsOff();
      if (!(await this.factor.accepts(tx, user, code))) throw wrong('/code', 'Wrong, or used already.');
      await this.switchOff(tx, actor, user);
    });
  }

  /** An admin, for somebody who lost phone and codes. @throws ProblemError 404, 409 when it is off */
  async disableFor(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const user = await this.users.lock(tx, id);
      if (!user) throw userNotFound();
      if (!user.totpConfirmedAt) throw twoFactorIsOffAlready();
      await this.switchOff(tx, actor, user);
    });
    await this.rightsChanges.announce(id); // whoever must have it has to set it up again
  }

  private async switchOff(tx: Tx, actor: Actor, { id }: UserEntity): Promise<void> {
    await this.users.setTwoFactor(tx, id, OFF);
    await this.repository.replaceRecoveryCodes(tx, id, []);
    await this.events.append(tx, userEvent('user.two_factor_disabled', actor.id, id));
    this.log.happened('two-factor sign-in switched off', { userId: id });
  }

  private async requireAppCode(tx: Tx, user: UserEntity, code: string): Promise<void> {
    if (!(await this.factor.acceptsAppCode(tx, user, code))) throw wrong('/code', 'Wrong, or used already.');
  }

  private async giveRecoveryCodes(tx: Tx, user: UserEntity, type: `user.${string}`): Promise<RecoveryCodes> {
    const codes = newRecoveryCodes();
    await this.repository.replaceRecoveryCodes(tx, user.id, codes);
    await this.events.append(tx, userEvent(type, user.id, user.id));
    this.log.happened(type.replace('user.', '').replaceAll('_', ' '), { userId: user.id });
    return { recovery_codes: codes };
  }

  private async withLock<T>({ id }: Actor, work: (tx: Tx, user: UserEntity) => Promise<T>): Promise<T> {
    const result = await this.database.transaction(async (tx) => work(tx, (await this.users.lock(tx, id))!));
    await this.rightsChanges.announce(id); // whoever had to set it up first need not any more
    return result;
  }
}

const wrong = (pointer: string, detail: string) => invalidInput([{ pointer, detail }]);
