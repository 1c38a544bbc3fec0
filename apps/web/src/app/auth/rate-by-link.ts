import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { RateByLinkRequest, Rating, RatingInvitation } from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';
import { RatingFields } from '../core/forms/rating-fields';
import { SCORES, type TypedRating, ratedWords, ratingOf, ratingRules } from '../core/forms/rating-rules';
import { sentForm } from '../core/forms/sent-form';
import { fieldProblem, sentenceFor, statusOf } from '../core/http/problem';
import { Button } from '../ui/button';
import { FormFrame } from '../ui/form-frame';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { AuthPage } from './auth-page';
import { WayOn } from './way-on';

const OVER = 'This was rated already, or the ticket was reopened since the mail.';

/**
 * Where the links of the mail about a resolved ticket lead. The number of the link is chosen already; a press rates:
 * programs that open every link of a mail must not.
 */
@Component({
  selector: 'app-rate-by-link',
  imports: [AuthPage, Button, FormFrame, Notice, RatingFields, Skeleton, WayOn],
  templateUrl: './rate-by-link.html',
})
export class RateByLink {
  /** From the mail; part of the address. */
  readonly token = input.required<string>();
  /** The number whose link was pressed. */
  readonly score = input<string>();

  private readonly http = inject(HttpClient);
  protected readonly invitation = httpResource<RatingInvitation>(() => ({
    url: '/api/ratings/look_up/',
    method: 'POST',
    body: { token: this.token() },
  }));
  private readonly typed = linkedSignal<TypedRating>(() => {
    const score = this.score() ?? '';
    return { score: SCORES.includes(score) ? score : '', comment: '' };
  });
  protected readonly form = sentForm(this.typed, ratingRules, (typed) => this.rate(typed));

  private readonly refusal = signal<unknown>(null);
  /** What the server says of a link that leads nowhere any more. */
  protected readonly deadLink = computed(() =>
    fieldProblem(this.refusal() ?? this.invitation.error(), 'token'),
  );
  protected readonly failure = computed(() => {
    const error = this.invitation.error();
    return error ? sentenceFor(error) : null;
  });
  protected readonly ticket = computed(() =>
    this.invitation.hasValue() ? this.invitation.value().ticket : null,
  );
  /** Why there is nothing to rate with a link that is good. */
  protected readonly over = computed(() => {
    if (this.refusal()) return sentenceFor(this.refusal());
    return this.invitation.hasValue() && !this.invitation.value().can_rate ? OVER : null;
  });
  protected readonly thanks = signal<string | null>(null);

  private async rate(typed: TypedRating): Promise<void> {
    const body: RateByLinkRequest = { token: this.token(), ...ratingOf(typed) };
    try {
      const { score } = await firstValueFrom(this.http.post<Rating>('/api/ratings/by_link/', body));
      this.thanks.set(`Thank you. ${ratedWords(score)}`);
    } catch (error) {
      if (fieldProblem(error, 'token') === null && statusOf(error) !== 409) throw error;
      this.refusal.set(error);
    }
  }
}
