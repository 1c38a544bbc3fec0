import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.js';

type Listener = (userId: number) => void | Promise<void>;

/** What has to happen together with a change of an account, in its transaction. */
export interface AccountDependent {
  /** They may not come in any more. */
  shutOut(tx: Tx, userId: number): Promise<void>;
  /** Their mail goes elsewhere from now on. */
  moved(tx: Tx, userId: number): Promise<void>;
}

/**
 * Tells whoever remembers somebody's rights (the sessions), or hangs on an account (mailed links), that they changed.
 * People know nothing of sessions.
 */
@Injectable()
export class RightsChanges {
  private readonly listeners: Listener[] = [];
  private readonly dependents: AccountDependent[] = [];

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  depend(dependent: AccountDependent): void {
    this.dependents.push(dependent);
  }

  /** After the commit. */
  async announce(userId: number): Promise<void> {
    for (const listener of this.listeners) await listener(userId);
  }

  async shutOut(tx: Tx, userId: number): Promise<void> {
    for (const dependent of this.dependents) await dependent.shutOut(tx, userId);
  }

  async moved(tx: Tx, userId: number): Promise<void> {
    for (const dependent of this.dependents) await dependent.moved(tx, userId);
  }
}
