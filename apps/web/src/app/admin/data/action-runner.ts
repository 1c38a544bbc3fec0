import { Service, inject, signal } from '@angular/core';
import { sentenceFor } from '../../core/http/problem';
import { Toaster, type ToastAction, UNDO } from '../../ui/toaster';
import { AdminDialogs } from '../look/admin-dialogs';
import type { BulkActionDescription, BulkOutcome } from '../registry/bulk-action-description';
import type { Typed } from '../registry/field-description';
import type {
  ActionDescription,
  Confirmation,
  ListActionDescription,
  ModelDescription,
  Row,
} from '../registry/model-description';
import { AdminApi } from './admin-api';
import type { ListPlace } from './list-place';

/** Rows after an action: as they are now, or gone. */
export interface Outcome {
  changed: Row[];
  gone: number[];
}

/** Runs what models describe: asks first, tells afterwards, offers the way back. */
@Service()
export class ActionRunner {
  private readonly api = inject(AdminApi);
  private readonly dialogs = inject(AdminDialogs);
  private readonly toaster = inject(Toaster);

  private readonly running = signal(false);
  /** Whether something is under way: until then nothing else begins. */
  readonly busy = this.running.asReadonly();

  /** Does it with each of the rows that it can be done with; null when somebody changed their mind. */
  async run(
    model: ModelDescription,
    action: ActionDescription<Row>,
    rows: readonly Row[],
    afterUndo: () => void = () => undefined,
  ): Promise<Outcome | null> {
    const able = rows.filter((row) => action.when?.(row) ?? true);
    const typed = action.confirm ? await this.dialogs.confirm(action.confirm(able)) : {};
    if (!typed || this.running()) return null;
    const { outcome, done, failure } = await this.runEach(action, able, typed);
    if (done.length > 0) this.tell(action, done, afterUndo);
    if (failure !== null) this.toaster.failed(failureWords(able.length, done.length, failure));
    await this.showSecrets(model, outcome.changed);
    return outcome;
  }

  /** Does it with all rows by one request, after its effects were shown; false when it was not done. */
  async runForAll(
    action: BulkActionDescription<Row>,
    rows: readonly Row[],
    afterUndo: () => void,
  ): Promise<boolean> {
    const typed = await this.dialogs.confirm(bulkQuestion(action, rows));
    if (!typed || this.running()) return false;
    return this.during(async () => {
      const { said, refused = [], undo } = await action.run(rows, typed, this.api);
      this.toaster.done(said, undo ? undoing(() => this.takeBackAll(undo, afterUndo)) : null);
      if (refused.length > 0) await this.dialogs.tellRefused(refused);
    });
  }

  /** Sends the order in which a row was moved to another place; false when it was refused. */
  runMove({ list, title }: ModelDescription, row: Row, ids: readonly number[]): Promise<boolean> {
    return this.during(async () => {
      await list.order?.send(ids, this.api);
      this.toaster.done(`“${title(row)}” is number ${ids.indexOf(row.id) + 1} now.`);
    });
  }

  /** Does what can be done with a whole list; false when it was not done. */
  async runForList(action: ListActionDescription<Row>, place: ListPlace): Promise<boolean> {
    const typed = action.confirm ? await this.dialogs.confirm(action.confirm(place)) : {};
    if (!typed || this.running()) return false;
    return this.during(async () => this.toaster.done(await action.run(place, this.api)));
  }

  /** Shows what these answers show this once only. */
  async showSecrets({ secretOf }: ModelDescription, answers: readonly Row[]): Promise<void> {
    for (const answer of answers) {
      const secret = secretOf?.(answer);
      if (secret) await this.dialogs.show(secret);
    }
  }

  /** One after the other: a refusal of one does not keep the others from being done. */
  private async runEach(action: ActionDescription<Row>, rows: readonly Row[], typed: Typed) {
    const outcome: Outcome = { changed: [], gone: [] };
    const done: Row[] = [];
    let failure: string | null = null;
    this.running.set(true);
    for (const row of rows) {
      try {
        const now = await action.run(row, this.api, typed);
        if (now) outcome.changed.push(now);
        else outcome.gone.push(row.id);
        done.push(row);
      } catch (error) {
        failure ??= sentenceFor(error);
      }
    }
    this.running.set(false);
    return { outcome, done, failure };
  }

  private tell(action: ActionDescription<Row>, done: readonly Row[], afterUndo: () => void): void {
    const undo = action.undo && undoing(() => this.takeBack(action, done, afterUndo));
    this.toaster.done(action.said(done.length), undo ?? null);
  }

  private async takeBack(
    action: ActionDescription<Row>,
    rows: readonly Row[],
    afterUndo: () => void,
  ): Promise<void> {
    try {
      for (const row of rows) await action.undo?.(row, this.api);
    } catch (error) {
      this.toaster.failed(sentenceFor(error));
    }
    afterUndo();
  }

  private async takeBackAll(undo: NonNullable<BulkOutcome['undo']>, afterUndo: () => void): Promise<void> {
    await this.during(async () => this.toaster.done(await undo(this.api)));
    afterUndo();
  }

  /** Resolves to whether it went well; else it was said why it did not. */
  private async during(work: () => Promise<void>): Promise<boolean> {
    this.running.set(true);
    try {
      await work();
      return true;
    } catch (error) {
      this.toaster.failed(sentenceFor(error));
      return false;
    } finally {
      this.running.set(false);
    }
  }
}

function undoing(run: () => Promise<void>): ToastAction {
  return { label: UNDO, run: () => void run() };
}

function bulkQuestion(
  { heading, asks, asksAbout, button, danger, preview }: BulkActionDescription<Row>,
  rows: readonly Row[],
): Confirmation {
  const about = asksAbout?.(rows) ?? asks;
  return {
    heading: heading(rows),
    text: '',
    forecast: (typed, api) => preview(rows, typed, api),
    button,
    ...(danger && { danger }),
    ...(about && { asks: about }),
  };
}

function failureWords(asked: number, done: number, failure: string): string {
  return asked === 1 ? failure : `${asked - done} of ${asked} could not be done. ${failure}`;
}
