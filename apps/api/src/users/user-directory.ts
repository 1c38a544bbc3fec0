import { Injectable } from '@nestjs/common';
import type { UserRef } from '@ticketing/contracts';
import { LRUCache } from 'lru-cache';
import { presentUserRef } from './user.presenter.js';
import { UsersRepository } from './users.repository.js';

/** A renamed person shows the old name in other processes for at most this long. */
const STALE_AFTER_MS = 5_000;
const MOST_NAMES = 20_000;

/** Looks people up by id: joining two names is 60 % of a list query, and the names hardly ever change. */
@Injectable()
export class UserDirectory {
  private readonly cache = new LRUCache<number, UserRef>({ max: MOST_NAMES, ttl: STALE_AFTER_MS });

  constructor(private readonly users: UsersRepository) {}

  /** References of all these people, in one query for those not known yet. */
  async refs(ids: (number | null)[]): Promise<UserRefs> {
    return new UserRefs(await this.known(ids));
  }

  /** The same where some of them may not exist: those are left out. */
  async known(ids: (number | null)[]): Promise<Map<number, UserRef>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const known = new Map<number, UserRef>();
    const missing = wanted.filter((id) => !this.remember(id, known));
    if (missing.length > 0) {
      for (const row of await this.users.refs(missing)) {
        const ref = presentUserRef(row);
        this.cache.set(row.id, ref);
        known.set(row.id, ref);
      }
    }
    return known;
  }

  /** Called after somebody's name or role changed. */
  forget(id: number): void {
    this.cache.delete(id);
  }

  private remember(id: number, known: Map<number, UserRef>): boolean {
    const ref = this.cache.get(id);
    if (ref) known.set(id, ref);
    return ref !== undefined;
  }
}

/** The people that one answer mentions. */
export class UserRefs {
  constructor(private readonly known: ReadonlyMap<number, UserRef>) {}

  of(id: number): UserRef {
    const ref = this.known.get(id);
    if (!ref) throw new Error(`user ${id} was not looked up`);
    return ref;
  }

  ofNullable(id: number | null): UserRef | null {
    return id === null ? null : this.of(id);
  }
}
