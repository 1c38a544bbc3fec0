import { Component, ElementRef, afterRenderEffect, inject, input, output, viewChild } from '@angular/core';
import type { TicketSummary } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { BlankState } from '../../ui/blank-state';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { TicketRow } from './ticket-row';

/** The rows of a list, and what stands there when there are none. */
@Component({
  selector: 'app-ticket-list',
  imports: [BlankState, Button, Notice, Skeleton, TicketRow],
  templateUrl: './ticket-list.html',
  host: { class: 'block' },
})
export class TicketList {
  readonly tickets = input.required<readonly TicketSummary[]>();
  readonly openId = input<number | null>(null);
  readonly loading = input(false);
  readonly error = input<unknown>();
  readonly hasMore = input(false);
  readonly moreState = input<'idle' | 'loading' | 'failed'>('idle');
  /** Whether filters narrow the list: an empty one then means something else. */
  readonly filtered = input(false);

  readonly more = output();
  readonly retry = output();
  readonly clearFilters = output();
  readonly create = output();

  protected readonly sentenceFor = sentenceFor;
  private readonly end = viewChild<ElementRef<HTMLElement>>('end');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    // Loads the next page when its place comes near. The button stays for keyboards, and where this is missing.
    afterRenderEffect((onCleanup) => {
      const end = this.end()?.nativeElement;
      if (!end || typeof IntersectionObserver === 'undefined') return;
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (entry?.isIntersecting && this.moreState() === 'idle') this.more.emit();
        },
        { rootMargin: '400px' },
      );
      observer.observe(end);
      onCleanup(() => observer.disconnect());
    });
  }

  /** Moves focus to the row of a ticket. */
  focusRow(id: number): void {
    const row = this.host.nativeElement.querySelector<HTMLElement>(`[data-ticket="${id}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }
}
