export { Assignees } from './assignees.js';
export { ListTicketsQuery } from './dto/list-tickets.query.js';
export { TicketSummaryDto } from './dto/ticket-summary.dto.js';
export { UpdateTicketDto } from './dto/update-ticket.dto.js';
export {
  joinLatestComment,
  SELECT_ALL,
  SELECT_LATEST,
  selectTags,
  type TagsColumn,
  type TicketRow,
  type WholeTicket,
} from './ticket-columns.js';
export { TicketConversation } from './ticket-conversation.js';
export type { ListShape, TicketFilter } from './ticket-list.statement.js';
export type { Among } from './ticket-sources.js';
export { TicketRatings } from './ticket-ratings.js';
export { positionOf } from './ticket-reader.js';
export { TicketSearchEntity } from './ticket-search.entity.js';
export { TicketTagEntity } from './ticket-tag.entity.js';
export { type Retagging, tagChange, TicketTags } from './ticket-tags.js';
export { versionFor } from './ticket-version.js';
export { searchExpression, TicketSearch } from './ticket-search.js';
export { differences, putBack, saidOn, snapshotOf, type TicketSnapshot } from './ticket-snapshot.js';
export { asLocked, type Changed, TicketWriter } from './ticket-writer.js';
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
export { peopleOf, presentSummary } from './ticket.presenter.js';
export { ticketNotFound, wordsOf } from './ticket.problems.js';
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
