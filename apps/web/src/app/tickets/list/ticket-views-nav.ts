import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink, isActive } from '@angular/router';
import { AuthStore } from '../../core/session/auth-store';
import { Icon } from '../../ui/icon';
import { countedWords } from '../data/counted-words';
import { type ListView, placeFromUrl } from '../data/list-place';
import { TicketCountsStore } from '../data/ticket-counts-store';
import { viewOptions } from './view-words';

/** The lists as links with their counts, for the navigation at the side. */
@Component({
  selector: 'app-ticket-views-nav',
  imports: [Icon, RouterLink],
  template: `
    <ul class="flex flex-col gap-0.5">
      @for (option of options(); track option.view) {
        <li>
          <a
            class="flex h-8 items-center gap-2.5 rounded-control px-2.5 text-body font-medium text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:text-text max-xl:justify-center max-xl:px-0"
            routerLink="/tickets"
            [queryParams]="{ view: option.param }"
            [title]="option.label"
            [attr.aria-current]="option.view === current() ? 'page' : null"
          >
            <ui-icon [name]="option.icon" />
            <span class="flex-1 max-xl:sr-only">{{ option.label }}</span>
            @if (option.count; as count) {
              <span class="text-meta font-normal text-muted tabular-nums max-xl:sr-only">{{ count }}</span>
            }
          </a>
        </li>
      }
    </ul>
  `,
})
export class TicketViewsNav {
  private readonly auth = inject(AuthStore);
  private readonly counts = inject(TicketCountsStore);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  private readonly maySeeAll = computed(() => this.auth.me()?.can.see_all_tickets ?? false);
  private readonly inTickets = isActive('/tickets', inject(Router));
  private readonly inNewTicket = isActive('/tickets/new', inject(Router));
  protected readonly current = computed<ListView | null>(() =>
    this.inTickets() && !this.inNewTicket() ? placeFromUrl(this.params(), this.maySeeAll()).view : null,
  );
  protected readonly options = computed(() =>
    viewOptions(this.maySeeAll()).map((option, index) => ({
      ...option,
      // The first list is the usual one: its address needs no parameter.
      param: index === 0 ? null : option.view,
      count: countedWords(this.counts.behind(option.view)),
    })),
  );
}
