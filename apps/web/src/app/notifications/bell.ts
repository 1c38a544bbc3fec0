import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { BellStore } from './data/bell-store';

/** The bell: how many notifications are unread, and the way to them. */
@Component({
  selector: 'app-bell',
  imports: [Button, Icon],
  template: `
    <button
      class="relative"
      uiButton
      look="ghost"
      shape="icon"
      type="button"
      title="Notifications"
      aria-haspopup="dialog"
      [attr.aria-label]="label()"
      (click)="open()"
    >
      <ui-icon name="bell" [size]="18" />
      @if (words(); as unread) {
        <span
          class="absolute -top-0.5 left-1/2 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-semibold text-on-accent tabular-nums"
          aria-hidden="true"
          >{{ unread }}</span
        >
      }
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

  /** Loads the list only now: most pages are looked at without it. */
  protected async open(): Promise<void> {
    const { NotificationPanel } = await import('./notification-panel');
    this.dialog.open(NotificationPanel, {
      ariaLabel: 'Notifications',
      panelClass: 'bell-pane',
      backdropClass: 'clear-backdrop',
    });
  }
}
