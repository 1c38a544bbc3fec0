import { Service, inject } from '@angular/core';
import { gathered } from '../../core/live/gathered';
import { Live } from '../../core/live/live';
import type { LiveNews } from '../../core/live/live-news';
import { TicketStore } from './ticket-store';

/** Several events of one change (an edit, its notification) come at once. */
const OPEN_TICKET = { waitMs: 30, restMs: 200 };
/** A busy desk changes all the time; a list that is a second old is good enough. */
const LIST = { waitMs: 100, restMs: 1_000 };

/** Keeps what is on screen as the server has it: the open ticket, and the values of rows, which stay in their place. */
@Service()
export class LiveTickets {
  private readonly store = inject(TicketStore);

  private readonly refreshOpen = gathered<void>(() => void this.store.refreshOpen(), OPEN_TICKET);
  private readonly refreshList = gathered<number | null>(
    (ids) => void this.store.list.catchUp(ids.filter((id) => id !== null)),
    LIST,
  );

  private readonly rereadEarlier = gathered<void>(() => void this.store.open.rereadEarlier(), OPEN_TICKET);

  constructor() {
    inject(Live).hear((news) => this.take(news));
  }

  private take(news: LiveNews): void {
    if (news.event === 'notification') return;
    const id = news.event === 'change' ? news.change.ticket_id : null;
    if (id === null || id === this.store.open.id()) this.refreshOpen();
    if (id === null || (id === this.store.open.id() && changesComments(news))) this.rereadEarlier();
    this.refreshList(id);
  }
}

/** Comments further up change and go; everything else happens at the end. */
function changesComments(news: LiveNews): boolean {
  return news.event === 'change' && /^comment\.(edited|deleted|restored)$/.test(news.change.type);
}
