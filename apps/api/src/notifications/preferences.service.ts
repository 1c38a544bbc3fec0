import { Injectable } from '@nestjs/common';
import type { NotificationPreference, NotificationPreferences } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { cellsFor, isSame, matrixFor } from './notification-matrix.js';
import { noSuchCell } from './notification.problems.js';
import { PreferencesRepository } from './preferences.repository.js';

/** What everybody wants to be told of, and where. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly repository: PreferencesRepository,
  ) {}

  /** Every cell that there is for the actor. */
  async read({ id, role }: Actor): Promise<NotificationPreferences> {
    return { preferences: matrixFor(role, await this.repository.list(id)) };
  }

  /** Changes the cells that are named; of one that is named twice the last counts. @throws ProblemError 400 */
  async update(actor: Actor, changes: NotificationPreference[]): Promise<NotificationPreferences> {
    const cells = cellsFor(actor.role);
    changes.forEach((change, index) => {
      if (!cells.some((cell) => isSame(cell, change))) throw noSuchCell(index);
    });
    const lastOfEach = changes.filter(
      (change, index) => changes.findLastIndex((other) => isSame(other, change)) === index,
    );
    await this.database.transaction((tx) => this.repository.save(tx, actor.id, lastOfEach));
    return this.read(actor);
  }
}
