import { Component, inject } from '@angular/core';
import { Router, RouterLink, isActive } from '@angular/router';
import { ActionRegistry } from '../core/actions/action-registry';
import { Icon } from '../ui/icon';

const ITEM =
  'flex flex-1 flex-col items-center justify-center gap-0.5 text-meta font-medium text-muted aria-[current=page]:text-accent';

/** The navigation of a phone, in reach of the thumb. */
@Component({
  selector: 'app-bottom-bar',
  imports: [Icon, RouterLink],
  template: `
    <nav class="flex h-full border-t border-line bg-subtle" aria-label="Main">
      <a routerLink="/tickets" [class]="item" [attr.aria-current]="inTickets() && !inNew() ? 'page' : null">
        <ui-icon name="inbox" [size]="20" />Tickets
      </a>
      <button type="button" [class]="item" (click)="search()">
        <ui-icon name="search" [size]="20" />Search
      </button>
      <a routerLink="/tickets/new" [class]="item" [attr.aria-current]="inNew() ? 'page' : null">
        <ui-icon name="plus" [size]="20" />New
      </a>
      <a routerLink="/account" [class]="item" [attr.aria-current]="inAccount() ? 'page' : null">
        <ui-icon name="user" [size]="20" />Account
      </a>
    </nav>
  `,
  host: { class: 'block' },
})
export class BottomBar {
  private readonly router = inject(Router);
  private readonly actions = inject(ActionRegistry);

  protected readonly item = ITEM;
  protected readonly inTickets = isActive('/tickets', this.router);
  protected readonly inAccount = isActive('/account', this.router);
  protected readonly inNew = isActive('/tickets/new', this.router);

  protected async search(): Promise<void> {
    // The field stands on the list.
    await this.router.navigate(['/tickets'], { queryParamsHandling: 'preserve' });
    setTimeout(() => this.actions.find('list.search')?.run());
  }
}
