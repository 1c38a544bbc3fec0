import { Component, inject } from '@angular/core';
import type { NotificationPreference } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { AccountSection } from '../account-section';
import { CHANNEL_WORDS, KIND_WORDS } from './notification-kind-words';
import { PreferencesStore } from './preferences-store';

/** What the person is told of, and where. */
@Component({
  selector: 'app-notifications-section',
  imports: [AccountSection, Notice, Skeleton],
  providers: [PreferencesStore],
  templateUrl: './notifications-section.html',
})
export class NotificationsSection {
  protected readonly store = inject(PreferencesStore);
  protected readonly kindWords = KIND_WORDS;
  protected readonly channelWords = CHANNEL_WORDS;
  protected readonly sentenceFor = sentenceFor;

  protected switch(cell: NotificationPreference, event: Event): void {
    const enabled = (event.target as HTMLInputElement).checked;
    void this.store.set({ ...cell, enabled });
  }
}
