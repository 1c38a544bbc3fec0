import type { AuditChange } from '@ticketing/contracts';
import type { AuditRow } from './audit-row.js';

/** A change as it is kept: by those who write events, in the shape of their day. */
export interface KeptChange {
  field: string;
  from: unknown;
  to: unknown;
}

interface Rights {
  role: string;
  isActive: boolean;
}

/** Everything that data may hold and is no list of changes. */
interface OtherData {
  changes?: KeptChange[];
  /** `user.rights_changed`, as it was kept first. */
  before?: Rights;
  after?: Rights;
  /** `integration.changed`: as it was kept first: which fields. */
  fields?: string[];
  [fact: string]: unknown;
}

/** What events say of what happened that is no change of a field: shown as if it came to be. */
const FACTS: Record<string, string[]> = {
  'ticket.created': ['template_id'],
  'ticket.rated': ['score'],
  'ticket.closing_soon': ['closes_at'],
  'integration.disabled': ['reason'],
  'jira_issue.requested': ['integration_id'],
  'job.retried': ['handler', 'count'],
  'mail.accepted': ['as', 'user_id', 'ticket_id', 'comment_id'],
};

/** Old and new values of an event, whatever version of the product wrote it. */
export function keptChanges({ type, data }: Pick<AuditRow, 'type' | 'data'>): KeptChange[] {
  const { changes, before, after, fields, ...others } = data as OtherData;
  if (changes) return changes;
  if (before && after) return rightsChanges(before, after);
  if (fields) return fields.map((field) => ({ field, from: null, to: null }));
  return (FACTS[type] ?? [])
    .filter((field) => others[field] !== undefined && others[field] !== null)
    .map((field) => ({ field, from: null, to: others[field] }));
}

function rightsChanges(before: Rights, after: Rights): KeptChange[] {
  return [
    { field: 'role', from: before.role, to: after.role },
    { field: 'is_active', from: before.isActive, to: after.isActive },
  ].filter(({ from, to }) => from !== to);
}

/** Fields that hold ids of people; whoever reads wants names. */
const PEOPLE = ['assigned_to', 'user_id', 'user'];

export const personOf = (field: string, value: unknown): number | null =>
  PEOPLE.includes(field) && /^[1-9]\d{0,9}$/.test(String(value)) ? Number(value) : null;

/** @param nameOf a person; undefined when nobody knows them */
export function readable(
  { field, from, to }: KeptChange,
  nameOf: (id: number) => string | undefined,
): AuditChange {
  const textOf = (value: unknown): string | null => {
    const person = personOf(field, value);
    return (person !== null && nameOf(person)) || asText(value);
  };
  return { field, from: textOf(from), to: textOf(to) };
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
