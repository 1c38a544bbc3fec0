/** What other rooms may use. Light things only: it is part of the first download. */
export { TicketCountsStore } from './data/ticket-counts-store';
export { TicketViewsNav } from './list/ticket-views-nav';
export { listLink } from './data/list-link';
export type { TicketFilters } from './data/list-place';
export { countedWords } from './data/counted-words';
export { TAG_COLOR_WORDS } from './look/tag-looks';
export { CATEGORY_WORDS, PRIORITY_WORDS, STATUS_WORDS, WEEKDAY_WORDS } from './look/ticket-words';
