/** What other rooms may use. Light things only: it is part of the first download. */
export { TicketCountsStore } from './data/ticket-counts-store';
export { TicketViewsNav } from './list/ticket-views-nav';
