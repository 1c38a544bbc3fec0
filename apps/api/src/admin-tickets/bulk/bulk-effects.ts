import type { TicketStatus } from '@ticketing/contracts';
import { type Retagging, type TicketSnapshot, snapshotOf, wordsOf } from '../../tickets/index.js';
import type { Step } from './bulk-plan.js';
import { withoutThese } from './bulk-tags.js';

/** Name of an admin, by id. */
export type NameOf = (id: number) => string;

/** What is told of a field: its name, and its value in words. */
interface Told {
  name: string;
  field: keyof TicketSnapshot;
  words(value: never, nameOf: NameOf): string;
}

const TOLD: Told[] = [
  { name: 'status', field: 'status', words: (status: TicketStatus) => capital(wordsOf(status)) },
  { name: 'priority', field: 'priority', words: capital },
  { name: 'category', field: 'category', words: capital },
  {
    name: 'assignee',
    field: 'assignedToId',
    words: (id: number | null, nameOf) => (id === null ? 'Nobody' : nameOf(id)),
  },
];

/** Everybody whom the effects name. */
export function peopleOfSteps(steps: Step[]): (number | null)[] {
  return steps.flatMap(({ ticket, before }) => [ticket.assignedToId, before.assignedToId]);
}

/** One line for each kind of effect, the most frequent first: `30 tickets: assignee Nobody -> Bob`. */
export function effectsOf(steps: Step[], nameOf: NameOf): string[] {
  const lines = steps.flatMap((step) => linesOf(step, nameOf));
  const counts = [...Map.groupBy(lines, (line) => line)].map(([line, all]) => [line, all.length] as const);
  return counts
    .sort(([, a], [, b]) => b - a)
    .map(([line, count]) => `${count === 1 ? '1 ticket' : `${count} tickets`}: ${line}`);
}

function linesOf({ ticket, before, tags }: Step, nameOf: NameOf): string[] {
  const after = snapshotOf(ticket);
  const moved = TOLD.filter(({ field }) => before[field] !== after[field]).map(
    ({ name, field, words }) =>
      `${name} ${words(before[field] as never, nameOf)} -> ${words(after[field] as never, nameOf)}`,
  );
  return [...moved, ...tagsOf(tags), ...fateOf(before, after), ...feedbackOf(before, after)];
}

function tagsOf({ carried, wanted }: Retagging): string[] {
  return [
    ...withoutThese(wanted, carried).map(({ name }) => `tag ${name} added`),
    ...withoutThese(carried, wanted).map(({ name }) => `tag ${name} removed`),
  ];
}

function fateOf(before: TicketSnapshot, after: TicketSnapshot): string[] {
  if ((before.deletedAt === null) === (after.deletedAt === null)) return [];
  return [after.deletedAt === null ? 'restored' : 'deleted'];
}

function feedbackOf(before: TicketSnapshot, after: TicketSnapshot): string[] {
  if (before.adminFeedback === after.adminFeedback) return [];
  return [after.adminFeedback === null ? 'feedback taken back' : 'feedback to the requester'];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
