import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { ACTIVE_TICKET_STATUSES, type AdminUserDetail } from '@ticketing/contracts';
import { AdminSection } from '../../look/admin-section';

/** How many tickets wait for or with a person. Each number leads to the list behind it. */
@Component({
  selector: 'app-user-tickets',
  imports: [AdminSection, RouterLink],
  template: `
    <app-admin-section heading="Active tickets">
      <ul class="flex flex-col gap-1">
        @for (line of lines(); track line.words) {
          <li>
            @if (line.count === 0) {
              <span class="text-muted">0 {{ line.words }}</span>
            } @else {
              <a
                class="inline-flex min-h-6 items-center text-link hover:underline max-lg:min-h-11"
                routerLink="/admin/tickets"
                [queryParams]="line.params"
                >{{ line.count }} {{ line.words }}</a
              >
            }
          </li>
        }
      </ul>
    </app-admin-section>
  `,
  host: { class: 'block' },
})
export class UserTickets {
  readonly row = input.required<unknown>();

  protected readonly lines = computed(() => {
    const { id, role, active_tickets, assigned_tickets } = this.row() as AdminUserDetail;
    const asked = { count: active_tickets, words: 'requested by them', params: active({ user: id }) };
    const theirs = {
      count: assigned_tickets,
      words: 'assigned to them',
      params: active({ assigned_to: id }),
    };
    return role === 'admin' || assigned_tickets > 0 ? [asked, theirs] : [asked];
  });
}

function active(filter: Params): Params {
  return { ...filter, status: ACTIVE_TICKET_STATUSES };
}
