import { convertToParamMap } from '@angular/router';
import {
  activeAtEndOfList,
  activeList,
  answeredList,
  backlogList,
  createdInHourList,
  createdList,
  heldBy,
  ratedList,
  resolvedList,
  type TicketListQuery,
} from '@ticketing/contracts';
import { ADA } from '../../../testing/make';
import { listLink } from './list-link';
import { placeFromUrl } from './list-place';
import { listRequest } from './list-request';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const GROUP = { created_after: null, created_before: '2026-10-27', from_days: 30, to_days: null, count: 3 };

/** As the API gets it. */
const asTexts = (query: TicketListQuery) =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );

describe('a link to the list of a query', () => {
  it.each<[string, TicketListQuery]>([
    ['created in a period', createdList(NOVEMBER, { status: ['open'], category: ['bug'] })],
    ['resolved in a period', resolvedList(NOVEMBER, { priority: ['urgent'], ...heldBy(ADA) })],
    ['first answered in a period', answeredList(NOVEMBER, heldBy(ADA))],
    ['rated in a period', ratedList(NOVEMBER, { score: [4, 5] })],
    ['created in an hour of the week', createdInHourList(NOVEMBER, 0, 0)],
    ['created in the last hour of the week', createdInHourList(NOVEMBER, 6, 23)],
    ['active', activeList(heldBy(null))],
    ['active at the end of a day', activeAtEndOfList('2026-11-30')],
    ['active for long', backlogList(GROUP)],
    ['all', {}],
  ])('asks the API for exactly that: %s', (_, query) => {
    const place = placeFromUrl(convertToParamMap(listLink(query)), true);
    const { url, params } = listRequest(place);
    expect(url).toBe('/api/tickets/');
    expect(params).toEqual({ sort: '-updated_at', ...asTexts(query) });
  });
});
