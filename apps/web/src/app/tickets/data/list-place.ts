import type { ParamMap, Params } from '@angular/router';
import {
  TAG_LIMITS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  type TicketCategory,
  type TicketPriority,
  type TicketSort,
  type TicketStatus,
} from '@ticketing/contracts';

/** The lists that tabs lead to. */
export const LIST_VIEWS = ['mine', 'all', 'assigned', 'unassigned'] as const;
export type ListView = (typeof LIST_VIEWS)[number];

/** What narrows a list. */
export interface TicketFilters {
  status: readonly TicketStatus[];
  priority: readonly TicketPriority[];
  category: readonly TicketCategory[];
  /** Ids of tags, as texts; none where this person may not see them. */
  tag: readonly string[];
  /** Id of an admin as text, `me`, `none`, or null for anybody. */
  assignee: string | null;
  /** Days (`2026-11-24`), both inclusive. */
  createdFrom: string | null;
  createdTo: string | null;
  /** Moments as statistics count: a day of UTC (`2026-11-24`) or an hour of it (`2026-11-24T13:00Z`); `before` is exclusive. */
  createdAfter: string | null;
  createdBefore: string | null;
  /** Resolved, and not reopened since. */
  resolvedAfter: string | null;
  resolvedBefore: string | null;
  /** First public answer of somebody else. */
  answeredAfter: string | null;
  answeredBefore: string | null;
  /** Scores of the newest rating, and when it was given. */
  score: readonly number[];
  ratedAfter: string | null;
  ratedBefore: string | null;
  /** 1 Monday to 7 Sunday, and 0 to 23, of UTC. */
  createdWeekday: number | null;
  createdHour: number | null;
  /** Created before this moment, and not resolved until then. */
  activeAt: string | null;
  q: string;
}

/** Where in the lists somebody is: which tab, which filters, which order. All of it stands in the URL. */
export interface ListPlace {
  view: ListView;
  filters: TicketFilters;
  sort: TicketSort;
}

export const DEFAULT_SORT: TicketSort = '-updated_at';

export const NO_FILTERS: TicketFilters = {
  status: [],
  priority: [],
  category: [],
  tag: [],
  assignee: null,
  createdFrom: null,
  createdTo: null,
  createdAfter: null,
  createdBefore: null,
  resolvedAfter: null,
  resolvedBefore: null,
  answeredAfter: null,
  answeredBefore: null,
  score: [],
  ratedAfter: null,
  ratedBefore: null,
  createdWeekday: null,
  createdHour: null,
  activeAt: null,
  q: '',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:00Z)?$/;
/** How a ticket can be rated. */
export const SCORES = [1, 2, 3, 4, 5];
const ID = /^[1-9]\d{0,9}$/;
const ASSIGNEE = /^(me|none|[1-9]\d{0,9})$/;

/** Reads the place from the URL; what the URL gets wrong, or this person may not see, falls away. */
export function placeFromUrl(params: ParamMap, maySeeAll: boolean): ListPlace {
  const wished = oneOf(LIST_VIEWS, params.get('view')) ?? 'all';
  const tag = maySeeAll ? idsIn(params.getAll('tag')) : [];
  const filters = { ...choicesFrom(params), tag, ...momentsFrom(params), q: params.get('q') ?? '' };
  return {
    view: maySeeAll ? wished : 'mine',
    filters,
    sort: fittingSort(oneOf(TICKET_SORTS, params.get('sort')) ?? DEFAULT_SORT, filters),
  };
}

function choicesFrom(params: ParamMap) {
  return {
    status: someOf(TICKET_STATUSES, params.getAll('status')),
    priority: someOf(TICKET_PRIORITIES, params.getAll('priority')),
    category: someOf(TICKET_CATEGORIES, params.getAll('category')),
    assignee: matching(ASSIGNEE, params.get('assignee')),
    score: SCORES.filter((score) => params.getAll('score').includes(String(score))),
    createdWeekday: numberUpTo(7, params.get('created_weekday')) || null,
    createdHour: numberUpTo(23, params.get('created_hour')),
  };
}

function momentsFrom(params: ParamMap) {
  const moment = (name: string) => matching(MOMENT, params.get(name));
  return {
    createdFrom: matching(DAY, params.get('from')),
    createdTo: matching(DAY, params.get('to')),
    createdAfter: moment('created_after'),
    createdBefore: moment('created_before'),
    resolvedAfter: moment('resolved_after'),
    resolvedBefore: moment('resolved_before'),
    answeredAfter: moment('first_response_after'),
    answeredBefore: moment('first_response_before'),
    ratedAfter: moment('rated_after'),
    ratedBefore: moment('rated_before'),
    activeAt: moment('active_at'),
  };
}

/** A list in the order of a moment that not every ticket has makes sense only while it is filtered by it. */
export function fittingSort(sort: TicketSort, filters: TicketFilters): TicketSort {
  const needed = NEEDED_BY_SORT[sort.replace('-', '')];
  return !needed || needed.some((key) => filters[key] !== null) ? sort : DEFAULT_SORT;
}

const NEEDED_BY_SORT: Partial<Record<string, readonly (keyof TicketFilters)[]>> = {
  resolved_at: ['resolvedAfter', 'resolvedBefore'],
  first_response_at: ['answeredAfter', 'answeredBefore'],
  rated_at: ['ratedAfter', 'ratedBefore'],
};

/** Writes a place as query parameters; what is as usual stays out, so that links are short. */
export function placeToUrl({ view, filters, sort }: ListPlace, maySeeAll: boolean): Params {
  const usualView: ListView = maySeeAll ? 'all' : 'mine';
  return {
    view: view === usualView ? null : view,
    status: filled(filters.status),
    priority: filled(filters.priority),
    category: filled(filters.category),
    tag: filled(filters.tag),
    assignee: filters.assignee,
    from: filters.createdFrom,
    to: filters.createdTo,
    created_after: filters.createdAfter,
    created_before: filters.createdBefore,
    resolved_after: filters.resolvedAfter,
    resolved_before: filters.resolvedBefore,
    first_response_after: filters.answeredAfter,
    first_response_before: filters.answeredBefore,
    score: filled(filters.score.map(String)),
    rated_after: filters.ratedAfter,
    rated_before: filters.ratedBefore,
    created_weekday: filters.createdWeekday,
    created_hour: filters.createdHour,
    active_at: filters.activeAt,
    q: filters.q || null,
    sort: sort === DEFAULT_SORT ? null : sort,
  };
}

/** Whether two places show the same list. */
export function samePlace(one: ListPlace | null, other: ListPlace | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((candidate) => candidate === value);
}

function someOf<T extends string>(known: readonly T[], values: readonly string[]): T[] {
  return known.filter((candidate) => values.includes(candidate));
}

/** Each once, and no more than the API takes. */
function idsIn(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => ID.test(value)).slice(0, TAG_LIMITS.filter);
}

function matching(pattern: RegExp, value: string | null): string | null {
  return value !== null && pattern.test(value) ? value : null;
}

function numberUpTo(most: number, value: string | null): number | null {
  return value !== null && /^\d{1,2}$/.test(value) && Number(value) <= most ? Number(value) : null;
}

function filled<T>(values: readonly T[]): readonly T[] | null {
  return values.length > 0 ? values : null;
}
