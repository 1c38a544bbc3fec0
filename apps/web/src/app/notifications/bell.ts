import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { BellStore } from './data/bell-store';
import { OpenedTickets } from './data/opened-tickets';

/** The bell: how many notifications are unread, and the way to them. */
@Component({
  selector: 'app-bell',
  imports: [Button, Icon],
  template: `
    <button
      uiButton
      look="ghost"
      shape="icon"
      type="button"
      title="Notifications"
      aria-haspopup="dialog"
      [attr.aria-label]="label()"
      (click)="open()"
    >
      <span class="relative flex">
        <ui-icon name="bell" [size]="18" />
        @if (words(); as unread) {
          <span
            class="absolute -top-1.5 left-2 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-semibold text-on-accent tabular-nums"
            aria-hidden="true"
            >{{ unread }}</span
          >
        }
      </span>
    </button>
  `,
  host: { class: 'block' },
})
export class Bell {
  private readonly dialog = inject(Dialog);
  private readonly store = inject(BellStore);

  protected readonly words = this.store.unreadWords;
  protected readonly label = computed(() => {
    const unread = this.words();
    return unread ? `Notifications, ${unread} unread` : 'Notifications';
  });

  constructor() {
    inject(OpenedTickets).follow();
  }

  /** Loads the list only now: most pages are looked at without it. */
  protected async open(): Promise<void> {
    const { NotificationPanel } = await import('./notification-panel');
    this.dialog.open(NotificationPanel, {
      ariaLabel: 'Notifications',
      // Not its first button: what that does is not what somebody opens it for.
      autoFocus: 'dialog',
      panelClass: 'bell-pane',
      backdropClass: 'clear-backdrop',
    });
  }
}
