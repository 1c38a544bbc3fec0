import { createHmac, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Counted, LIMITS, type Page } from '@ticketing/contracts';
import { isSameSecret } from '../config/same-secret.js';
import { Secrets } from '../config/secrets.js';
import { invalidInput } from './problem.js';

/** Values of the sort columns of the last row shown: where the next page begins. */
export type Position = (string | number)[];

/**
 * Makes and reads cursors: a position, signed together with the list that it belongs to, so that nobody
 * forges one or carries it to another list, filter, sort or person.
 */
@Injectable()
export class Cursors {
  /** The current one first; the one before it, so that a rotation stops nobody between two pages. */
  private readonly keys: KeyObject[];

  constructor(secrets: Secrets) {
    this.keys = secrets.keysFor('cursor').map(({ key }) => key);
  }

  /** @param list everything that the position depends on: list name, actor, filters, sort */
  write(list: unknown, position: Position): string {
    const body = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${body}.${sign(list, body, this.keys[0]!)}`;
  }

  /** @throws ProblemError 400 when it was not given out for this list */
  read(list: unknown, cursor: string | undefined): Position | undefined {
    if (cursor === undefined) return undefined;
    const [body = '', signature = ''] = cursor.split('.');
    if (!this.keys.some((key) => isSameSecret(signature, sign(list, body, key)))) {
      throw invalidInput([
        { pointer: '?cursor', detail: 'This cursor belongs to another list or other filters.' },
      ]);
    }
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as Position;
  }
}

function sign(list: unknown, body: string, key: KeyObject): string {
  return createHmac('sha256', key)
    .update(`${JSON.stringify(list)}\n${body}`)
    .digest('base64url')
    .slice(0, 22);
}

/**
 * Cuts a page out of `limit + 1` rows: the extra row only says that there is more.
 * @param positionOf the sort values of a row
 */
export function cutPage<Row>(
  rows: Row[],
  limit: number,
  positionOf: (row: Row) => Position,
): { rows: Row[]; next: Position | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? positionOf(last) : null };
}

/** A count that stopped at `LIMITS.exactTotal + 1` rows, as the wire says it. */
export function counted(rows: number): Counted {
  return rows > LIMITS.exactTotal
    ? { total: null, total_at_least: LIMITS.exactTotal }
    : { total: rows, total_at_least: null };
}

/** Assembles the page. */
export function page<T>(results: T[], nextCursor: string | null, total: number): Page<T> {
  return { results, next_cursor: nextCursor, ...counted(total) };
}
