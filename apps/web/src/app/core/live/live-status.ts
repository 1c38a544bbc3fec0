import { Component, computed, inject } from '@angular/core';
import { Live, type LiveStatus } from './live';

const WORDS: Record<LiveStatus, { label: string; title: string; dot: string }> = {
  live: { label: 'Live', title: 'Changes show by themselves', dot: 'bg-resolved' },
  connecting: { label: 'Connecting…', title: 'Waiting for the server', dot: 'border-2 border-muted' },
  offline: {
    label: 'Offline',
    title:
      'The server does not answer. What you see may be old; it is updated as soon as the server is back.',
    dot: 'border-2 border-danger',
  },
};

/** Whether what others change shows by itself. */
@Component({
  selector: 'app-live-status',
  template: `
    <span class="size-2 shrink-0 rounded-full" aria-hidden="true" [class]="words().dot"></span>
    <span class="max-xl:sr-only">{{ words().label }}</span>
  `,
  host: {
    class: 'flex items-center gap-2 text-meta text-muted max-xl:justify-center',
    '[title]': 'words().title',
  },
})
export class LiveStatusLine {
  private readonly live = inject(Live);

  protected readonly words = computed(() => WORDS[this.live.status()]);
}
