import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { LIMITS } from '@ticketing/contracts';
import { OpenTicketStore } from '../data/open-ticket-store';

/** The comment that the address names (`/tickets/182#comment-9`). One for each conversation. */
@Injectable()
export class LinkedComment {
  private readonly open = inject(OpenTicketStore);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });

  /** Null: the address names none. */
  readonly id = computed(() => idIn(this.fragment()));
  private readonly comments = computed(() =>
    this.open.conversation().flatMap((item) => (item.kind === 'message' ? [item.comment.id] : [])),
  );
  /** Whether it is on screen. */
  readonly isShown = computed(() => this.comments().includes(this.id() ?? 0));
  /** Ids grow: what is older than the oldest that is loaded may be further up. */
  private readonly isFurtherUp = computed(() => {
    const id = this.id();
    const oldest = this.comments()[0];
    return id !== null && this.open.hasEarlier() && (oldest === undefined || id < oldest);
  });
  /** Whether it is nowhere: it was deleted. */
  readonly isGone = computed(
    () => this.id() !== null && this.open.hasTimeline() && !this.isShown() && !this.isFurtherUp(),
  );

  constructor() {
    effect(() => {
      if (!this.open.hasTimeline() || this.isShown() || !this.isFurtherUp()) return;
      if (this.open.earlierState() === 'idle') untracked(() => void this.open.loadEarlier());
    });
  }
}

function idIn(fragment: string | null): number | null {
  const id = Number(/^comment-([1-9]\d{0,9})$/.exec(fragment ?? '')?.[1] ?? 0);
  return id > 0 && id <= LIMITS.id.max ? id : null;
}
