import type { Params } from '@angular/router';
import {
  activeList,
  answeredList,
  createdList,
  ratedList,
  resolvedList,
  type StatsDefinition,
  type StatsDurations,
  type StatsMetric,
  type TicketListQuery,
  type TicketStats,
} from '@ticketing/contracts';
import { listLink } from '../../tickets/index';
import { type Change, changeOf, scoreChangeOf } from '../words/change';
import {
  daysWords,
  dayWords,
  durationWords,
  numberWords,
  shareWords,
  ticketsWords,
} from '../words/number-words';

/** Some words, or a number among them with the list behind it. */
export type DetailPart = string | { words: string; open: Params };

/** A number with its name, what it was before, and the list behind it. */
export interface Tile {
  key: StatsMetric;
  title: string;
  /** How it is counted. */
  definition: string;
  value: string;
  /** What else belongs to the number: how it spreads, of how many. */
  detail: readonly DetailPart[];
  change: Change | null;
  /** `against the 30 days before`; what stands for the change when there is none. */
  against: string;
  open: Params;
}

type Facts = Omit<Tile, 'title' | 'definition'>;

const NOTHING = '–';

/** The numbers on top of the page, in the order of reading. */
export function tilesOf(stats: TicketStats): Tile[] {
  return [
    active(stats),
    unassigned(stats),
    backlogAge(stats),
    satisfaction(stats),
    flow(stats, 'created'),
    flow(stats, 'resolved'),
    duration(stats, 'first_response', 'answered'),
    duration(stats, 'resolution', 'resolved'),
  ].map((facts) => ({ ...facts, ...defined(stats.definitions, facts.key) }));
}

function active(stats: TicketStats): Facts {
  const { value, previous } = stats.active;
  return {
    key: 'active',
    value: numberWords(value),
    detail: ['of ', opening(ticketsWords(stats.now.total), {}), ' in all'],
    change: changeOf(value, previous, 'down'),
    against: againstEnd(stats, previous),
    open: listLink(activeList()),
  };
}

function unassigned(stats: TicketStats): Facts {
  const { value, previous } = stats.unassigned;
  return {
    key: 'unassigned',
    value: numberWords(value),
    detail: ['of ', opening(numberWords(stats.active.value), activeList()), ' open now'],
    change: changeOf(value, previous, 'down'),
    against: againstEnd(stats, previous),
    open: listLink(activeList({ assigned_to: 'none' })),
  };
}

function backlogAge({ backlog, ...stats }: TicketStats): Facts {
  const { value, previous } = backlog.median_days;
  const oldest = backlog.oldest_days;
  return {
    key: 'backlog_age',
    value: value === null ? NOTHING : daysWords(value),
    detail: [oldest === null ? 'nothing is open' : `median; the oldest: ${daysWords(oldest)}`],
    change: changeOf(value, previous, 'down'),
    against: againstEnd(stats, previous),
    open: listLink(activeList()),
  };
}

function satisfaction({ satisfaction: { count, mean, satisfied }, ...stats }: TicketStats): Facts {
  return {
    key: 'satisfaction',
    value: mean.value === null ? NOTHING : `${numberWords(mean.value)} of 5`,
    detail:
      satisfied.value === null
        ? ['nobody rated a ticket']
        : [
            opening(shareWords(satisfied.value), ratedList(stats.period, { score: [4, 5] })),
            ' gave 4 or 5; ',
            opening(numberWords(count.value), ratedList(stats.period)),
            ' rated',
          ],
    change: scoreChangeOf(mean.value, mean.previous),
    against: againstPeriod(stats, mean.previous),
    open: listLink(ratedList(stats.period)),
  };
}

function flow(stats: TicketStats, key: 'created' | 'resolved'): Facts {
  const { value, previous } = stats[key];
  const list = key === 'created' ? createdList : resolvedList;
  return {
    key,
    value: numberWords(value),
    detail: [`in ${daysWords(stats.period.days)}`],
    change: changeOf(value, previous, key === 'created' ? null : 'up'),
    against: againstPeriod(stats, previous),
    open: listLink(list(stats.period)),
  };
}

function duration(stats: TicketStats, key: 'first_response' | 'resolution', done: string): Facts {
  const { count, median, p90 }: StatsDurations = stats[key];
  const list = key === 'resolution' ? resolvedList(stats.period) : answeredList(stats.period);
  return {
    key,
    value: median.value === null ? NOTHING : durationWords(median.value),
    detail:
      p90.value === null
        ? [`nothing was ${done}`]
        : [
            'median of ',
            opening(numberWords(count.value), list),
            `; 90 % within ${durationWords(p90.value)}`,
          ],
    change: changeOf(median.value, median.previous, 'down'),
    against: againstPeriod(stats, median.previous),
    open: listLink(list),
  };
}

function opening(words: string, list: TicketListQuery): DetailPart {
  return { words, open: listLink(list) };
}

/** What happened in a period has one before it. */
function againstPeriod({ period }: Pick<TicketStats, 'period'>, previous: number | null): string {
  const before = period.days === 1 ? 'the day before' : `the ${numberWords(period.days)} days before`;
  return previous === null ? `No value in ${before}` : `against ${before}`;
}

/** What is so now was otherwise at the end of the period before. */
function againstEnd(
  { previous_period: { to } }: Pick<TicketStats, 'previous_period'>,
  previous: number | null,
) {
  return previous === null ? `Not recorded on ${dayWords(to)}` : `against the end of ${dayWords(to)}`;
}

/** The API says what each number is called, and how it is counted. */
export function defined(definitions: readonly StatsDefinition[], key: StatsMetric) {
  const { title, text } = definitions.find((definition) => definition.key === key) ?? {
    title: key,
    text: '',
  };
  return { title, definition: text };
}
