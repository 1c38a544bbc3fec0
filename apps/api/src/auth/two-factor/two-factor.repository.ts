import { Injectable } from '@nestjs/common';
import { rowsIn, type Tx } from '../../platform/database/database.js';
import { named } from '../../platform/database/statement.js';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { recoveryCodeHash } from './recovery-codes.js';

const USE = named<{ userId: number }>(
  'recovery-codes.use',
  `update recovery_codes set used_at = now()
    where user_id = $1 and code_hash = $2 and used_at is null returning user_id as "userId"`,
);

/** All SQL about recovery codes. */
@Injectable()
export class TwoFactorRepository {
  async replaceRecoveryCodes(tx: Tx, userId: number, codes: string[]): Promise<void> {
    await tx.delete(RecoveryCodeEntity, { userId });
    const rows = codes.map((code) => ({ userId, codeHash: recoveryCodeHash(code) }));
    if (rows.length > 0) await tx.insert(RecoveryCodeEntity, rows);
  }

  /** Uses it up. @returns whether it was good */
  async useRecoveryCode(tx: Tx, userId: number, code: string): Promise<boolean> {
    return (await rowsIn(tx, USE, [userId, recoveryCodeHash(code)])).length === 1;
  }
}
