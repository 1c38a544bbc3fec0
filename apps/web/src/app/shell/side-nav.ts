import { Component, inject } from '@angular/core';
import { ActionButton } from '../core/actions/action-button';
import { LiveStatusLine } from '../core/live/live-status';
import { AuthStore } from '../core/session/auth-store';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Logo } from '../ui/logo';
import { Bell } from '../notifications/index';
import { TicketViewsNav } from '../tickets/index';
import { AccountMenu } from './account-menu';
import { NavLink } from './nav-link';

/** The navigation at the side: wide with words, or icons with tooltips. */
@Component({
  selector: 'app-side-nav',
  imports: [AccountMenu, ActionButton, Bell, Button, Icon, LiveStatusLine, Logo, NavLink, TicketViewsNav],
  template: `
    <nav class="flex h-full flex-col border-r border-line bg-subtle p-2 xl:p-3" aria-label="Main">
      <div class="mb-4 flex items-center max-xl:flex-col max-xl:gap-2">
        <ui-logo class="h-8 max-xl:justify-center xl:flex-1 xl:pl-2 max-xl:[&>span]:sr-only" />
        @if (!me()?.must_set_up_two_factor) {
          <app-bell />
        }
      </div>
      @if (!me()?.must_set_up_two_factor) {
        <app-ticket-views-nav />
        @if (me()?.can?.administer) {
          <app-nav-link class="mt-4" icon="chart" label="Stats" to="/stats" />
          <app-nav-link class="mt-0.5" icon="sliders" label="Admin" to="/admin" />
        }
      }
      <div class="flex-1"></div>
      <app-live-status class="mb-2 xl:px-2.5" />
      <div class="flex gap-1 max-xl:flex-col max-xl:items-center">
        <app-account-menu class="min-w-0 xl:flex-1" />
        <button uiButton look="ghost" shape="icon" appAction="help.shortcuts" aria-label="Keyboard shortcuts">
          <ui-icon name="keyboard" />
        </button>
      </div>
    </nav>
  `,
})
export class SideNav {
  protected readonly me = inject(AuthStore).me;
}
