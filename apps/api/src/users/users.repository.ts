import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Role } from '@ticketing/contracts';
import { IsNull, Not, Repository } from 'typeorm';
import { Database, rowsIn, type Tx } from '../platform/database/database.js';
import { isUniqueViolation } from '../platform/database/postgres-errors.js';
import { named, unnamed } from '../platform/database/statement.js';
import { canonicalEmail } from './canonical-email.js';
import { UserEntity } from './user.entity.js';
import { addressTaken } from './user.problems.js';

export type NewUser = Pick<
  UserEntity,
  'email' | 'emailCanonical' | 'firstName' | 'lastName' | 'passwordHash' | 'role'
> &
  Partial<Pick<UserEntity, 'invitedAt'>>;

export interface UserRefRow {
  id: number;
  name: string;
  role: Role;
}

/** Another version of what admins see. */
const CHANGED = { version: () => 'version + 1', updatedAt: () => 'now()' };

const REF_COLUMNS = `id, trim(first_name || ' ' || last_name) as name, role`;

const REFS = named<UserRefRow>('users.refs', `select ${REF_COLUMNS} from users where id = any($1::int[])`);

const ADMIN_EXISTS = named<{ id: number }>(
  'users.active-admin',
  `select id from users where id = $1 and role = 'admin' and is_active for share`,
);

/** Not `for update`: that waits for everybody who writes a row that refers to an admin, and those wait for it. */
const ACTIVE_ADMINS = named<{ id: number }>(
  'users.lock-active-admins',
  `select id from users where role = 'admin' and is_active and invited_at is null
    order by id for no key update`,
);

/** All SQL about people. */
@Injectable()
export class UsersRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
  ) {}

  find(id: number): Promise<UserEntity | null> {
    return this.users.findOneBy({ id });
  }

  findByEmail(emailCanonical: string): Promise<UserEntity | null> {
    return this.users.findOneBy({ emailCanonical });
  }

  /** Inside a transaction, which must not wait for a second connection. */
  findIn(tx: Tx, id: number): Promise<UserEntity | null> {
    return tx.findOneBy(UserEntity, { id });
  }

  findByEmailIn(tx: Tx, emailCanonical: string): Promise<UserEntity | null> {
    return tx.findOneBy(UserEntity, { emailCanonical });
  }

  refs(ids: number[]): Promise<UserRefRow[]> {
    return this.database.rows(REFS, [ids]);
  }

  /** Names of active people, by name; the position is (name, id). */
  search(role: Role | undefined, words: string | undefined, after: [string, number], limit: number) {
    const text = `select ${REF_COLUMNS} from users
      where is_active and ($1::text is null or role = $1)
        and ($2::text is null or trim(first_name || ' ' || last_name) ilike '%' || $2 || '%')
        and (trim(first_name || ' ' || last_name), id) > ($3, $4::int)
      order by 2, id limit $5`;
    const like = words?.replace(/[\\%_]/g, '\\$&') ?? null;
    return this.database.rows(unnamed<UserRefRow>(text), [role ?? null, like, ...after, limit]);
  }

  async insert(tx: Tx, user: NewUser): Promise<UserEntity> {
    return tx.save(UserEntity, tx.create(UserEntity, user), { transaction: false });
  }

  async rename(
    tx: Tx,
    id: number,
    names: Partial<Pick<UserEntity, 'firstName' | 'lastName'>>,
  ): Promise<void> {
    await tx.update(UserEntity, { id }, { ...names, ...CHANGED });
  }

  async replacePasswordHash(tx: Tx, id: number, passwordHash: string): Promise<void> {
    await tx.update(UserEntity, { id }, { passwordHash, updatedAt: () => 'now()' });
    await tx.update(UserEntity, { id, invitedAt: Not(IsNull()) }, { invitedAt: null, ...CHANGED });
  }

  async markVerified(tx: Tx, id: number): Promise<void> {
    await tx.update(
      UserEntity,
      { id, emailVerifiedAt: IsNull() },
      { emailVerifiedAt: () => 'now()', ...CHANGED },
    );
  }

  /**
   * Writes what an admin may change. Another address has to be verified again.
   * @returns whether it is another one; how it is written makes none
   * @throws ProblemError 409 when somebody has the address
   */
  async change(tx: Tx, { id, firstName, lastName, email, role, isActive }: UserEntity): Promise<boolean> {
    const emailCanonical = canonicalEmail(email)!;
    const hasMoved = !(await tx.existsBy(UserEntity, { id, emailCanonical }));
    const address = { email, emailCanonical, ...(hasMoved && { emailVerifiedAt: null }) };
    const fields = { firstName, lastName, role, isActive, ...address, ...CHANGED };
    await refusingTakenAddresses(addressTaken, () => tx.update(UserEntity, { id }, fields));
    return hasMoved;
  }

  /** Locks the person's row until the commit. */
  lock(tx: Tx, id: number): Promise<UserEntity | null> {
    return tx.findOne(UserEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Locks all active admins who can sign in, in one order: of two who take each other's rights away, one waits and is refused. */
  async lockActiveAdmins(tx: Tx): Promise<number[]> {
    const rows = await rowsIn(tx, ACTIVE_ADMINS);
    return rows.map(({ id }) => id);
  }

  async setTwoFactor(
    tx: Tx,
    id: number,
    fields: Partial<Pick<UserEntity, 'totpSeed' | 'totpConfirmedAt' | 'totpLastStep'>>,
  ): Promise<void> {
    await tx.update(UserEntity, { id }, { ...fields, ...(fields.totpConfirmedAt !== undefined && CHANGED) });
  }

  /** Locks the person's row, so that nobody deactivates or demotes them before the commit. */
  async isActiveAdmin(tx: Tx, id: number): Promise<boolean> {
    return (await rowsIn(tx, ADMIN_EXISTS, [id])).length === 1;
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.users.exists());
  }
}

/** @param problem what to say when somebody has the address already */
export async function refusingTakenAddresses<T>(problem: () => Error, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'users_email_canonical')) throw problem();
    throw error;
  }
}
