import { Clipboard } from '@angular/cdk/clipboard';
import {
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { LIMITS, type TicketView, textLength } from '@ticketing/contracts';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { TimeAgo } from '../../ui/time-ago';
import { Toaster } from '../../ui/toaster';
import { rename } from '../data/ticket-edit';
import { TicketStore } from '../data/ticket-store';
import { PriorityBadge } from '../look/priority-badge';
import { StatusBadge } from '../look/status-badge';

/** The title of a ticket, editable in place, and the line of facts under it. */
@Component({
  selector: 'app-ticket-heading',
  imports: [Button, Icon, PriorityBadge, StatusBadge, TimeAgo],
  templateUrl: './ticket-heading.html',
  host: { class: 'block' },
})
export class TicketHeading {
  readonly ticket = input.required<TicketView>();

  private readonly store = inject(TicketStore);
  private readonly clipboard = inject(Clipboard);
  private readonly toaster = inject(Toaster);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly pencil = viewChild<ElementRef<HTMLButtonElement>>('pencil');

  // Another ticket ends the editing of this one.
  protected readonly editing = linkedSignal({ source: () => this.ticket().id, computation: () => false });
  protected readonly text = signal('');
  protected readonly problem = computed(() => {
    const length = textLength(this.text());
    if (length < LIMITS.title.min) return `A title has at least ${LIMITS.title.min} characters.`;
    return length > LIMITS.title.max ? `A title has at most ${LIMITS.title.max} characters.` : null;
  });

  protected edit(): void {
    this.text.set(this.ticket().title);
    this.editing.set(true);
    setTimeout(() => this.field()?.nativeElement.select());
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (this.problem()) return;
    const title = this.text().trim();
    this.stopEditing();
    if (title !== this.ticket().title) void this.store.edit(this.ticket().id, rename(this.ticket(), title));
  }

  protected stopEditing(): void {
    this.editing.set(false);
    setTimeout(() => this.pencil()?.nativeElement.focus());
  }

  protected type(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
  }

  protected copyNumber(): void {
    this.clipboard.copy(`#${this.ticket().id}`);
    this.toaster.done(`#${this.ticket().id} copied.`);
  }
}
