import type { Who } from '../platform/access/actor.js';

/** Collects the values of a statement while its text is written; `$n` stands where a value was bound. */
export class Bindings {
  readonly values: unknown[] = [];

  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/**
 * `ticketPolicy.read` in SQL, for every list, row, search and count: what you may not see does not exist.
 * @param alias of the tickets table
 */
export function visibleTo(actor: Who, bindings: Bindings, alias = 't'): string {
  const live = `${alias}.deleted_at is null`;
  return actor.role === 'admin' ? live : `${live} and ${alias}.user_id = ${bindings.bind(actor.id)}`;
}

/** Deleted tickets, in SQL: for those who may restore them, and for nobody else. */
export function deletedFor(actor: Who, _bindings: Bindings, alias = 't'): string {
  return actor.role === 'admin' ? `${alias}.deleted_at is not null` : 'false';
}
