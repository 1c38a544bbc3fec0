import { Injectable } from '@nestjs/common';
import { SealedBox, UnopenableError } from '../../platform/config/sealed-box.js';
import { Secrets } from '../../platform/config/secrets.js';
import type { Tx } from '../../platform/database/database.js';
import { type UserEntity, UsersRepository } from '../../users/index.js';
import { AuthLog } from '../auth-log.js';
import { twoFactorUnreadable } from '../auth.problems.js';
import { stepOf } from './totp.js';
import { TwoFactorRepository } from './two-factor.repository.js';

/** The second factor of a sign-in: seeds, sealed at rest, and codes, each good once. */
@Injectable()
export class SecondFactor {
  private readonly box: SealedBox;

  constructor(
    private readonly users: UsersRepository,
    private readonly repository: TwoFactorRepository,
    private readonly log: AuthLog,
    secrets: Secrets,
  ) {
    this.box = new SealedBox(secrets, 'totp-seed');
  }

  seal(userId: number, seed: string): Buffer {
    return this.box.seal(seed, contextOf(userId));
  }

  /**
   * A code of the app or a recovery code; either is used up. The person's row must be locked. Recovery codes do
   * not hang on SECRET_KEY: they are tried first, so that who lost the app's seed with the key gets in.
   * @throws ProblemError 409 when it is neither and the seed cannot be read any more
   */
  async accepts(tx: Tx, user: UserEntity, code: string): Promise<boolean> {
    return (await this.repository.useRecoveryCode(tx, user.id, code)) || this.acceptsAppCode(tx, user, code);
  }

  /** @throws ProblemError 409 when the seed cannot be read any more */
  async acceptsAppCode(tx: Tx, user: UserEntity, code: string): Promise<boolean> {
    const step = stepOf(code, this.seedOf(user), new Date(), user.totpLastStep);
    if (step === undefined) return false;
    await this.users.setTwoFactor(tx, user.id, { totpLastStep: step });
    return true;
  }

  private seedOf({ id, totpSeed }: UserEntity): string {
    try {
      return this.box.open(totpSeed!, contextOf(id));
    } catch (error) {
      if (!(error instanceof UnopenableError)) throw error;
      this.log.refused('two-factor seed cannot be opened', { userId: id, reason: error.message });
      throw twoFactorUnreadable();
    }
  }
}

const contextOf = (userId: number) => `user ${userId}`;
