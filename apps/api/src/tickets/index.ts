export type { TicketRow } from './ticket-columns.js';
export { TicketConversation } from './ticket-conversation.js';
export { TicketRatings } from './ticket-ratings.js';
export { TicketSearchEntity } from './ticket-search.entity.js';
export { TicketTagEntity } from './ticket-tag.entity.js';
export { TicketTags } from './ticket-tags.js';
export { versionFor } from './ticket-version.js';
export { searchExpression, TicketSearch } from './ticket-search.js';
export { TicketEntity } from './ticket.entity.js';
export {
  type ClosingSoonData,
  type TicketChangeData,
  ticketChanged,
  type TicketNews,
  ticketRated,
  type TicketRatedData,
} from './ticket.events.js';
export { type JudgedTicket, may, type RateableTicket, requireMay, ticketPolicy } from './ticket.policy.js';
export { TicketsModule } from './tickets.module.js';
export { TicketsRepository } from './tickets.repository.js';
export { TicketsService } from './tickets.service.js';
export {
  HiddenTicketGuard,
  TicketIdPipe,
  VisibleTicket,
  VisibleTicketGuard,
} from './visible-ticket.guard.js';
export { Bindings, visibleTo } from './visible-to.js';
