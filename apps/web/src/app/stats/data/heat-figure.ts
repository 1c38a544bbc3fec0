import type { Params } from '@angular/router';
import type { StatsPeriod, TicketStats } from '@ticketing/contracts';
import { numberWords, ticketsWords } from '../words/number-words';
import type { Figure } from './figure';
import { createdInHour, twoDigits } from './lists';
import { shifted } from './period';
import { defined } from './tiles';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function rushHours({ heat_map, period, created, definitions }: TicketStats): Figure {
  return {
    key: 'by-weekday-and-hour',
    question: 'When do tickets come?',
    sentence: `${busiest(heat_map, created.value)}${period.days > 7 ? ' In periods of up to 7 days, each hour opens its list.' : ''}`,
    definition: defined(definitions, 'heat_map').definition,
    kind: 'heat-map',
    table: {
      corner: 'Weekday (UTC)',
      columns: HOURS.map((hour) => ({ label: `${twoDigits(hour)}:00` })),
      rows: WEEKDAYS.map((name, weekday) => ({
        name,
        cells: HOURS.map((hour) => ({
          value: heat_map[weekday]?.[hour] ?? 0,
          open: hourList(period, weekday, hour),
        })),
      })),
    },
    drawn: HOURS,
  };
}

/** The hour of one day is a list; that of several weeks is none. */
function hourList({ from, days }: StatsPeriod, weekday: number, hour: number): Params | null {
  const first = (new Date(from).getUTCDay() + 6) % 7;
  const later = (weekday - first + 7) % 7;
  return days <= 7 && later < days ? createdInHour(shifted(from, later), hour) : null;
}

function busiest(heatMap: readonly number[][], created: number): string {
  if (created === 0) return 'No ticket was created.';
  const cells = heatMap.flatMap((hours, weekday) => hours.map((count, hour) => ({ count, weekday, hour })));
  const most = cells.reduce((best, cell) => (cell.count > best.count ? cell : best));
  const hour = `${twoDigits(most.hour)}:00`;
  return `Most often on ${WEEKDAYS[most.weekday]}s from ${hour} (UTC): ${numberWords(most.count)} of ${ticketsWords(created)}.`;
}
