import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink, isActive } from '@angular/router';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';

/** A link to a room, in the navigation at the side: with words, or as an icon with a tooltip. */
@Component({
  selector: 'app-nav-link',
  imports: [Icon, RouterLink],
  template: `
    <a
      class="flex h-8 items-center gap-2.5 rounded-control px-2.5 text-body font-medium text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:text-text max-xl:justify-center max-xl:px-0"
      [routerLink]="to()"
      [title]="label()"
      [attr.aria-current]="active() ? 'page' : null"
    >
      <ui-icon [name]="icon()" />
      <span class="flex-1 max-xl:sr-only">{{ label() }}</span>
    </a>
  `,
  host: { class: 'block' },
})
export class NavLink {
  readonly to = input.required<string>();
  readonly label = input.required<string>();
  readonly icon = input.required<IconName>();

  private readonly router = inject(Router);
  protected readonly active = computed(() => isActive(this.to(), this.router)());
}
