import {
  Component,
  DestroyRef,
  type ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import type { TicketView } from '@ticketing/contracts';
import { Drafts } from '../../core/drafts/drafts';
import { keepDraft } from '../../core/drafts/keep-draft';
import { RatingFields } from '../../core/forms/rating-fields';
import { type TypedRating, ratedWords, ratingOf, ratingRules } from '../../core/forms/rating-rules';
import { sentForm } from '../../core/forms/sent-form';
import { FormFrame } from '../../ui/form-frame';
import { Icon } from '../../ui/icon';
import { Toaster } from '../../ui/toaster';
import { TicketStore } from '../data/ticket-store';

const NOTHING: TypedRating = { score: '', comment: '' };

/**
 * Asks the requester how the ticket was resolved, and thanks afterwards. Make one for each ticket: what is typed for
 * one must not show at another.
 */
@Component({
  selector: 'app-rating-panel',
  imports: [FormFrame, Icon, RatingFields],
  template: `
    @if (ticket().can.rate) {
      <section class="rounded-card border border-line bg-subtle px-4 py-3" aria-label="Rating">
        <ui-form-frame submitLabel="Send rating" busyLabel="Sending…" [of]="form">
          <app-rating-fields [of]="form.fields" />
        </ui-form-frame>
      </section>
    } @else if (thanks(); as words) {
      <p
        #thanked
        class="flex items-center gap-2 rounded-card border border-line bg-subtle px-4 py-3 text-small"
        tabindex="-1"
      >
        <ui-icon class="text-resolved" name="check" />{{ words }}
      </p>
    }
  `,
  host: { class: 'block empty:hidden' },
})
export class RatingPanel {
  readonly ticket = input.required<TicketView>();

  private readonly drafts = inject(Drafts);
  private readonly store = inject(TicketStore);
  private readonly toaster = inject(Toaster);
  private readonly life = inject(DestroyRef);
  private readonly thanked = viewChild<ElementRef<HTMLElement>>('thanked');
  private readonly draftName = computed(() => `rating-${this.ticket().id}`);
  private readonly typed = linkedSignal(
    () => this.drafts.read<TypedRating>(this.draftName())?.value ?? NOTHING,
  );
  private readonly sent = signal(false);

  protected readonly form = sentForm(this.typed, ratingRules, (typed) => this.rate(typed));
  /** Not on a ticket that was reopened: there it is about what came to nothing. */
  protected readonly thanks = computed(() => {
    const { rating, status } = this.ticket();
    return rating && ['resolved', 'closed'].includes(status)
      ? `Thank you. ${ratedWords(rating.score)}`
      : null;
  });

  constructor() {
    keepDraft({
      name: this.draftName,
      typed: this.typed,
      isWorthKeeping: ({ score, comment }) => score !== '' || comment.trim() !== '',
    });
    // The button that was pressed is gone, and with it the cursor.
    afterRenderEffect(() => {
      if (this.sent()) this.thanked()?.nativeElement.focus();
    });
  }

  private async rate(typed: TypedRating): Promise<void> {
    const { id } = this.ticket();
    try {
      await this.store.rate(id, ratingOf(typed));
    } catch (error) {
      if (!this.life.destroyed) throw error;
      // Somebody has gone on to another ticket while it was sent.
      this.toaster.failed(`Your rating of #${id} was not sent. It is kept there.`);
      return;
    }
    this.drafts.discard(`rating-${id}`);
    if (this.life.destroyed) return;
    this.sent.set(true);
    this.typed.set(NOTHING);
  }
}
