import {
  ACTIVE_TICKET_STATUSES,
  activeAtEndOfList,
  type Compared,
  createdList,
  resolvedList,
  type StatsDay,
  TICKET_STATUSES,
  type TicketListQuery,
  type TicketStats,
  type TicketStatus,
} from '@ticketing/contracts';
import type { FigureCell, FigureColumn, FigureTable } from '../charts/figure-table';
import { CATEGORY_WORDS, PRIORITY_WORDS, STATUS_WORDS, listLink } from '../../tickets/index';
import { dayWords, numberWords, periodWords, shareWords, ticketsWords } from '../words/number-words';
import type { Figure } from './figure';
import { defined } from './tiles';

/** Up to so many days, each has a point of its own; beyond, each week. */
const SINGLE_DAYS = 45;
const ACTIVE: readonly TicketStatus[] = ACTIVE_TICKET_STATUSES;
const CREATED: FigureColumn = { label: 'Created', look: 'created' };
const RESOLVED: FigureColumn = { label: 'Resolved', look: 'resolved' };

export function keepingUp({ per_day, created, resolved, definitions }: TicketStats): Figure {
  const rows = spansOf(per_day).map((days) => {
    const period = { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' };
    return {
      name: days.length === 1 ? dayWords(period.to, false) : shortPeriod(period),
      short: dayWords(period.from, false),
      cells: [
        { value: sum(days.map((day) => day.created)), open: listLink(createdList(period)) },
        { value: sum(days.map((day) => day.resolved)), open: listLink(resolvedList(period)) },
        { value: days.at(-1)?.active ?? 0, open: listLink(activeAtEndOfList(period.to)) },
      ],
    };
  });
  return {
    key: 'created-and-resolved',
    question: 'Do we keep up?',
    sentence: `${ticketsWords(created.value)} created, ${numberWords(resolved.value)} resolved: ${balance(created.value - resolved.value)}.`,
    definition: flowDefinition(definitions),
    kind: 'lines',
    table: {
      corner: per_day.length > SINGLE_DAYS ? 'Week' : 'Day',
      columns: [CREATED, RESOLVED, { label: 'Open at the end' }],
      rows,
    },
    drawn: [0, 1],
  };
}

export function outcomes(stats: TicketStats): Figure {
  const { by_status, created, period, previous_period, definitions } = stats;
  const active = sum(
    by_status.flatMap(({ status, created: { value } }) => (ACTIVE.includes(status) ? value : [])),
  );
  return {
    key: 'created-by-status',
    question: 'What became of the tickets created?',
    sentence:
      created.value === 0
        ? 'No ticket was created.'
        : `${numberWords(active)} of ${ticketsWords(created.value)} ${active === 1 ? 'is' : 'are'} still open, in progress or pending: ${shareWords(active / created.value)}.`,
    definition: defined(definitions, 'created').definition,
    kind: 'bars',
    table: {
      corner: 'Status now',
      columns: [{ label: 'Created' }, { label: `Created ${periodWords(previous_period)}` }],
      rows: TICKET_STATUSES.map((status) => {
        const counts = by_status.find((one) => one.status === status)?.created;
        return {
          name: STATUS_WORDS[status],
          cells: [
            { value: counts?.value ?? 0, open: listLink(createdList(period, { status: [status] })) },
            {
              value: counts?.previous ?? 0,
              open: listLink(createdList(previous_period, { status: [status] })),
            },
          ],
        };
      }),
    },
    drawn: [0],
  };
}

export function topics(stats: TicketStats): Figure {
  const most = stats.by_category.toSorted((one, other) => other.created.value - one.created.value)[0];
  const part = most && partOf(most.created.value, stats.created.value);
  return {
    key: 'by-category',
    question: 'What are they about?',
    sentence:
      most && part ? `Most often: ${CATEGORY_WORDS[most.category]}, ${part}.` : 'No ticket was created.',
    definition: flowDefinition(stats.definitions),
    kind: 'bars',
    table: flowTable(
      stats,
      'Category',
      stats.by_category.map((one) => ({
        ...one,
        name: CATEGORY_WORDS[one.category],
        filter: { category: [one.category] },
      })),
    ),
    drawn: [0, 1],
  };
}

export function urgency(stats: TicketStats): Figure {
  const urgent = stats.by_priority.find(({ priority }) => priority === 'urgent')?.created.value ?? 0;
  const part = partOf(urgent, stats.created.value);
  return {
    key: 'by-priority',
    question: 'How urgent are they?',
    sentence: part ? `Urgent: ${part}.` : 'No ticket was created.',
    definition: flowDefinition(stats.definitions),
    kind: 'bars',
    table: flowTable(
      stats,
      'Priority',
      stats.by_priority.toReversed().map((one) => ({
        ...one,
        name: PRIORITY_WORDS[one.priority],
        filter: { priority: [one.priority] },
      })),
    ),
    drawn: [0, 1],
  };
}

interface Flow {
  name: string;
  filter: Pick<TicketListQuery, 'category' | 'priority'>;
  created: Compared;
  resolved: Compared;
}

function flowTable({ period, previous_period }: TicketStats, corner: string, flows: Flow[]): FigureTable {
  const before = periodWords(previous_period);
  return {
    corner,
    columns: [CREATED, RESOLVED, { label: `Created ${before}` }, { label: `Resolved ${before}` }],
    rows: flows.map(({ name, filter, created, resolved }) => ({
      name,
      cells: [
        { value: created.value, open: listLink(createdList(period, filter)) },
        { value: resolved.value, open: listLink(resolvedList(period, filter)) },
        { value: created.previous, open: listLink(createdList(previous_period, filter)) },
        { value: resolved.previous, open: listLink(resolvedList(previous_period, filter)) },
      ] satisfies FigureCell[],
    })),
  };
}

/** What holds for both is said once. */
function flowDefinition(definitions: TicketStats['definitions']): string {
  const texts = (['created', 'resolved'] as const).map((key) => defined(definitions, key).definition);
  return [...new Set(texts.join(' ').split(/(?<=\.) /))].join(' ');
}

/** Days as they are drawn: one by one, or by weeks, the last of them whole. */
function spansOf(days: readonly StatsDay[]): StatsDay[][] {
  const size = days.length > SINGLE_DAYS ? 7 : 1;
  const first = days.length % size;
  const starts = [...(first ? [0] : []), ...steps(first, days.length, size)];
  return starts.map((start, index) => days.slice(start, starts[index + 1]));
}

function steps(from: number, to: number, size: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / size) }, (_, index) => from + index * size);
}

function shortPeriod({ from, to }: { from: string; to: string }): string {
  return `${dayWords(from, false)}–${dayWords(to, false)}`;
}

function balance(difference: number): string {
  if (difference === 0) return 'as many as came';
  const many = numberWords(Math.abs(difference));
  return difference > 0 ? `${many} more came than went` : `${many} more went than came`;
}

/** `14 of 45 tickets created (31 %)`; null of none. */
function partOf(part: number, whole: number): string | null {
  if (whole === 0) return null;
  return `${numberWords(part)} of ${ticketsWords(whole)} created (${shareWords(part / whole)})`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
