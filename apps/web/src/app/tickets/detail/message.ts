import { Component, type ElementRef, booleanAttribute, computed, input, viewChild } from '@angular/core';
import type { UserRef } from '@ticketing/contracts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { TimeAgo } from '../../ui/time-ago';

/** Something that somebody wrote. An internal note cannot be mistaken for a reply: colour, lock and label. */
@Component({
  selector: 'app-message',
  imports: [Avatar, Icon, TimeAgo],
  template: `
    <article #article [class]="classes()" tabindex="-1" [attr.aria-label]="name()">
      <header class="mb-1.5 flex items-start gap-2 text-small">
        <div class="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <ui-avatar [name]="author().name" [picture]="author().avatar" />
          <span class="font-semibold">{{ author().name }}</span>
          @if (team() && !internal()) {
            <span class="rounded-chip bg-selected px-1.5 text-meta font-medium text-link">Support</span>
          }
          @if (mailed()) {
            <span
              class="inline-flex items-center gap-1 text-meta"
              [class]="internal() ? 'text-internal' : 'text-muted'"
            >
              <ui-icon name="mail" [size]="12" />by e-mail
            </span>
          }
          @if (internal()) {
            <span class="inline-flex items-center gap-1 text-meta font-semibold text-internal">
              <ui-icon name="lock" [size]="12" />Internal note
            </span>
            <span class="text-meta text-internal">Only admins see this.</span>
          }
          <span class="ml-auto text-meta" [class]="internal() ? 'text-internal' : 'text-muted'">
            <ui-time [at]="at()" />
            @if (edited(); as moment) {
              <span class="whitespace-nowrap"> · Edited <ui-time [at]="moment" /></span>
            }
          </span>
        </div>
        <ng-content select="[menu]" />
      </header>
      <div class="pl-8 max-lg:text-title max-sm:pl-0"><ng-content /></div>
    </article>
  `,
  host: { class: 'block' },
})
export class Message {
  readonly author = input.required<UserRef>();
  readonly at = input.required<string>();
  readonly internal = input(false, { transform: booleanAttribute });
  /** Whether it comes from the support team. */
  readonly team = input(false, { transform: booleanAttribute });
  /** When its text was changed last; null: never. */
  readonly edited = input<string | null>(null);
  /** Whether it came by mail. */
  readonly mailed = input(false, { transform: booleanAttribute });
  /** What it is, where it is not a plain message. */
  readonly label = input('');

  private readonly article = viewChild.required<ElementRef<HTMLElement>>('article');

  protected readonly name = computed(() => {
    const kind = this.label() || (this.internal() ? 'Internal note' : 'Message');
    return `${kind} by ${this.author().name}`;
  });
  protected readonly classes = computed(() => {
    const surface = this.internal() ? 'border-internal-line bg-internal-tint' : 'border-line bg-raised';
    return `block rounded-card border px-4 py-3 ${surface}`;
  });

  /** Brings it into view. */
  show(): void {
    this.article().nativeElement.scrollIntoView({ block: 'center' });
  }

  focus(): void {
    this.article().nativeElement.focus({ preventScroll: true });
  }
}
