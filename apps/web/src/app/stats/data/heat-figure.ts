import { createdInHourList, type TicketStats } from '@ticketing/contracts';
import { WEEKDAY_WORDS, listLink } from '../../tickets/index';
import { numberWords, ticketsWords } from '../words/number-words';
import type { Figure } from './figure';
import { defined } from './tiles';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function rushHours({ heat_map, period, created, definitions }: TicketStats): Figure {
  return {
    key: 'by-weekday-and-hour',
    question: 'When do tickets come?',
    sentence: busiest(heat_map, created.value),
    definition: defined(definitions, 'heat_map').definition,
    kind: 'heat-map',
    table: {
      corner: 'Weekday (UTC)',
      columns: HOURS.map((hour) => ({ label: `${twoDigits(hour)}:00` })),
      rows: WEEKDAY_WORDS.map((name, weekday) => ({
        name,
        cells: HOURS.map((hour) => ({
          value: heat_map[weekday]?.[hour] ?? 0,
          open: listLink(createdInHourList(period, weekday, hour)),
        })),
      })),
    },
    drawn: HOURS,
  };
}

function busiest(heatMap: readonly number[][], created: number): string {
  if (created === 0) return 'No ticket was created.';
  const cells = heatMap.flatMap((hours, weekday) => hours.map((count, hour) => ({ count, weekday, hour })));
  const most = cells.reduce((best, cell) => (cell.count > best.count ? cell : best));
  const hour = `${twoDigits(most.hour)}:00`;
  return `Most often on ${WEEKDAY_WORDS[most.weekday]}s from ${hour} (UTC): ${numberWords(most.count)} of ${ticketsWords(created)}.`;
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}
