import {
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { TabContent, TabPanel, Tabs } from '@angular/aria/tabs';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { ActionButton } from '../core/actions/action-button';
import { ActionRegistry } from '../core/actions/action-registry';
import { AuthStore } from '../core/session/auth-store';
import { BlankState } from '../ui/blank-state';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { TabStrip } from '../ui/tab-strip';
import { countedWords } from './data/counted-words';
import {
  type ListPlace,
  type ListView,
  NO_FILTERS,
  placeFromUrl,
  placeToUrl,
  samePlace,
} from './data/list-place';
import { newsWords } from './data/list-news';
import { LiveTickets } from './data/live-tickets';
import { TicketStore } from './data/ticket-store';
import { TicketDetail } from './detail/ticket-detail';
import { listActions } from './list/list-actions';
import { ListToolbar } from './list/list-toolbar';
import { TicketList } from './list/ticket-list';
import { viewOptions } from './list/view-words';

/** The list and the ticket, side by side where there is room. Both read the URL; this ties them to the store. */
@Component({
  selector: 'app-ticket-manager',
  imports: [
    ActionButton,
    BlankState,
    Button,
    Icon,
    ListToolbar,
    Skeleton,
    TabContent,
    TabPanel,
    TabStrip,
    Tabs,
    TicketDetail,
    TicketList,
  ],
  templateUrl: './ticket-manager.html',
  host: {
    class:
      'grid h-full min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[22rem_minmax(0,1fr)] xl:grid-cols-[24rem_minmax(0,1fr)]',
  },
})
export class TicketManager {
  /** Id of the open ticket, from the path. */
  readonly id = input(null, { transform: (id: string | undefined) => (id ? numberAttribute(id) : null) });

  private readonly auth = inject(AuthStore);
  private readonly router = inject(Router);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly list = viewChild(TicketList);
  private readonly panels = viewChildren('panel', { read: ElementRef<HTMLElement> });
  private readonly toolbar = viewChild.required(ListToolbar);
  protected readonly store = inject(TicketStore);

  private readonly maySeeAll = computed(() => this.auth.me()?.can.see_all_tickets ?? false);
  protected readonly place = computed(() => placeFromUrl(this.params(), this.maySeeAll()), {
    equal: samePlace,
  });
  protected readonly filtered = computed(
    () => JSON.stringify(this.place().filters) !== JSON.stringify(NO_FILTERS),
  );
  protected readonly tabs = computed(() =>
    viewOptions(this.maySeeAll()).map(({ view, label }) => ({
      id: view,
      label,
      count: countedWords(this.store.counts.behind(view)),
    })),
  );

  /** What a pill says of the list; null when everything is in its place. */
  protected readonly news = computed(() => newsWords(this.store.list.news(this.id())));

  constructor() {
    inject(LiveTickets);
    effect(() => this.store.list.show(this.place()));
    effect(() => {
      const id = this.id();
      untracked(() => this.store.open.open(id));
    });
    inject(ActionRegistry).offer(
      listActions({
        next: () => this.step(1),
        previous: () => this.step(-1),
        search: () => this.toolbar().focusSearch(),
        apply: () => this.applyNews(),
        hasNews: () => this.news() !== null,
      }),
    );
  }

  protected goTo(place: ListPlace): void {
    void this.router.navigate([], { queryParams: placeToUrl(place, this.maySeeAll()) });
  }

  protected goToView(view: string | undefined): void {
    if (view && view !== this.place().view) {
      this.goTo({
        ...this.place(),
        view: view as ListView,
        filters: { ...this.place().filters, assignee: null },
      });
    }
  }

  protected clearFilters(): void {
    this.goTo({ ...this.place(), filters: NO_FILTERS });
  }

  protected createTicket(): void {
    void this.router.navigate(['/tickets/new']);
  }

  /** Puts the list in order, with what is new, and shows its top. The pill goes: the cursor goes where it led. */
  private applyNews(): void {
    const panel = this.panels().find(
      ({ nativeElement }) => !nativeElement.hasAttribute('inert'),
    )?.nativeElement;
    panel?.focus({ preventScroll: true });
    if (panel) panel.scrollTop = 0;
    this.store.list.reload();
  }

  /** With a ticket open, its neighbour opens; else the focus moves, and Enter opens. */
  private step(step: 1 | -1): void {
    const focused = Number(document.activeElement?.getAttribute('data-ticket')) || null;
    const neighbour = this.store.list.neighbour(this.id() ?? focused, step);
    if (!neighbour) return;
    this.list()?.focusRow(neighbour.id);
    if (this.id() !== null) {
      void this.router.navigate(['/tickets', neighbour.id], { queryParamsHandling: 'preserve' });
    }
  }
}
