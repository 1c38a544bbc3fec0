import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NotificationView } from '@ticketing/contracts';
import { BlankState } from '../ui/blank-state';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { TimeAgo } from '../ui/time-ago';
import { NotificationListStore } from './data/notification-list-store';
import { NOTIFICATION_ICONS, excerptOf, notificationWords } from './notification-words';

/** The notifications, newest first: beside the bell, from below on a phone. */
@Component({
  selector: 'app-notification-panel',
  imports: [BlankState, Button, Icon, Notice, RouterLink, Skeleton, TimeAgo],
  providers: [NotificationListStore],
  templateUrl: './notification-panel.html',
  host: { class: 'flex w-full min-h-0' },
})
export class NotificationPanel {
  protected readonly dialog = inject(DialogRef);
  protected readonly store = inject(NotificationListStore);

  protected readonly items = computed(() =>
    this.store.items().map((item) => ({
      item,
      icon: NOTIFICATION_ICONS[item.kind],
      words: notificationWords(item),
      excerpt: excerptOf(item),
      fragment: item.comment_id === null ? undefined : `comment-${item.comment_id}`,
    })),
  );
  protected readonly hasUnread = computed(() => this.store.items().some(({ read_at }) => !read_at));

  protected follow(item: NotificationView, event: MouseEvent): void {
    void this.store.read(item);
    // In a new tab or window: this one stays as it is.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.dialog.close();
  }
}
