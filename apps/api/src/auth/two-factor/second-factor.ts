import { Injectable } from '@nestjs/common';
import { SealedBox } from '../../platform/config/sealed-box.js';
import { Secrets } from '../../platform/config/secrets.js';
import type { Tx } from '../../platform/database/database.js';
import { type UserEntity, UsersRepository } from '../../users/index.js';
import { stepOf } from './totp.js';
import { TwoFactorRepository } from './two-factor.repository.js';

/** The second factor of a sign-in: seeds, sealed at rest, and codes, each good once. */
@Injectable()
export class SecondFactor {
  private readonly box: SealedBox;

  constructor(
    private readonly users: UsersRepository,
    private readonly repository: TwoFactorRepository,
    secrets: Secrets,
  ) {
    this.box = new SealedBox(secrets, 'totp-seed');
  }

  seal(userId: number, seed: string): Buffer {
    return this.box.seal(seed, contextOf(userId));
  }

  seedOf({ id, totpSeed }: UserEntity): string {
    return this.box.open(totpSeed!, contextOf(id));
  }

  /** A code of the app or a recovery code; either is used up. The person's row must be locked. */
  async accepts(tx: Tx, user: UserEntity, code: string): Promise<boolean> {
    return (await this.acceptsAppCode(tx, user, code)) || this.repository.useRecoveryCode(tx, user.id, code);
  }

  async acceptsAppCode(tx: Tx, user: UserEntity, code: string): Promise<boolean> {
    const step = stepOf(code, this.seedOf(user), new Date(), user.totpLastStep);
    if (step === undefined) return false;
    await this.users.setTwoFactor(tx, user.id, { totpLastStep: step });
    return true;
  }
}

const contextOf = (userId: number) => `user ${userId}`;
