import type { StatsDefinition } from '@ticketing/contracts';

const WALL_TIME = 'Wall time: nights, weekends and holidays count.';
const ERROR = 'At most 2 % off, 5 % for a single admin.';
const NOW_RULE =
  'A ticket counts with the values that it has now: when its category, priority or assignee changes, it moves, also in past days.';
const REOPENING =
  'Reopening takes a resolution back: the ticket is unresolved, on the day when it had been resolved, too, and counts again, once, when it is resolved next.';

/** Every metric in words, as the dashboard shows it. What is counted where is in `stats-series.ts`. */
export const STATS_DEFINITIONS: StatsDefinition[] = [
  {
    key: 'active',
    title: 'Open now',
    text: `Tickets that are open, in progress or waiting for the requester. Compared with the end of the period before: those created until then that were not resolved until then, as far as tickets tell now; so it is for each past day. Deleted tickets count nowhere, restored ones again.`,
    unit: 'tickets',
  },
  {
    key: 'unassigned',
    title: 'Unassigned',
    text: `Active tickets that nobody has. Compared with what was noted at the end of the period before.`,
    unit: 'tickets',
  },
  {
    key: 'backlog_age',
    title: 'Age of the backlog',
    text: `Whole days (UTC) since the day of creation of the active tickets: the median, and the oldest one. Compared with what was noted at the end of the period before.`,
    unit: 'days',
  },
  {
    key: 'created',
    title: 'Created',
    text: `Tickets created on these days (UTC), whatever became of them. ${NOW_RULE}`,
    unit: 'tickets',
  },
  {
    key: 'resolved',
    title: 'Resolved',
    text: `Tickets whose last resolution was on these days (UTC); closing a ticket that was not resolved counts as one. ${REOPENING} ${NOW_RULE}`,
    unit: 'tickets',
  },
  {
    key: 'first_response',
    title: 'First answer',
    text: `Time from the creation of a ticket to the first public comment by somebody other than the requester, of the tickets that got it on these days (UTC). Median, and the time within which 90 % got it. ${WALL_TIME} ${ERROR}`,
    unit: 'seconds',
  },
  {
    key: 'resolution',
    title: 'Time to resolve',
    text: `Time from the creation of a ticket to its last resolution, of the tickets resolved on these days (UTC). Median, and the time within which 90 % were resolved. ${REOPENING} ${WALL_TIME} ${ERROR}`,
    unit: 'seconds',
  },
  {
    key: 'satisfaction',
    title: 'Satisfaction',
    text: `Scores from 1 to 5 that requesters gave on these days (UTC): their mean, and the share of 4 and 5. Each ticket counts once, with its newest score, on the day when that was given; it stays when the ticket is reopened.`,
    unit: 'score',
  },
  {
    key: 'load',
    title: 'Load',
    text: `Tickets that each admin has now. First answers, resolutions and scores of the period count for who has the ticket now, whoever gave the answer.`,
    unit: 'tickets',
  },
  {
    key: 'heat_map',
    title: 'When tickets come',
    text: `Tickets created in the period, by weekday and hour (UTC).`,
    unit: 'tickets',
  },
];
