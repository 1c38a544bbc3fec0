import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Icon } from '../ui/icon';
import { Models } from './models';

/** What stands around every page of the admin area: the way from one model to another, where there is room. */
@Component({
  selector: 'app-admin-frame',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <nav class="overflow-y-auto border-r border-line p-3 max-xl:hidden" aria-label="Admin">
      <a
        class="flex h-8 items-center px-2.5 text-small font-semibold text-muted hover:text-text"
        routerLink="/admin"
        >Admin</a
      >
      <ul class="mt-1 flex flex-col gap-0.5">
        @for (model of models.all(); track model.key) {
          <li>
            <a
              class="flex h-8 items-center gap-2.5 rounded-control px-2.5 font-medium text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:text-text"
              ariaCurrentWhenActive="page"
              routerLinkActive=""
              [routerLink]="['/admin', model.key]"
            >
              <ui-icon [name]="model.icon" />{{ model.plural }}
            </a>
          </li>
        }
      </ul>
    </nav>
    <div class="min-h-0 min-w-0"><router-outlet /></div>
  `,
  host: {
    class: 'grid h-full min-h-0 grid-cols-[minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)]',
  },
})
export class AdminFrame {
  protected readonly models = inject(Models);
}
