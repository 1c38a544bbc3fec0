import { Component, computed, input } from '@angular/core';
import type { AuditEntry } from '@ticketing/contracts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { TimeAgo } from '../../ui/time-ago';
import { actorWords, typeWords } from '../data/entry-words';
import { type FieldWords, fieldWordsOf } from '../data/field-words';
import { ChangeView } from './change-view';

/** One thing that happened: who, what, when, and each field that was changed. */
@Component({
  selector: 'app-entry-view',
  imports: [Avatar, ChangeView, Icon, TimeAgo],
  template: `
    <article class="flex gap-3">
      @if (entry().actor; as actor) {
        <ui-avatar [name]="actor.name" [picture]="actor.avatar" [size]="28" />
      } @else {
        <span class="flex size-7 shrink-0 items-center justify-center rounded-full bg-hover text-muted">
          <ui-icon name="activity" [size]="15" />
        </span>
      }
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-baseline gap-x-2">
          <span class="font-medium">{{ what() }}</span>
          <span class="text-small text-muted">{{ who() }} · <ui-time [at]="entry().created_at" /></span>
        </p>
        @if (changes().length > 0) {
          <ul class="mt-2 flex flex-col gap-2">
            @for (change of changes(); track change.field) {
              <li>
                <app-change-view [change]="change" [words]="words()" />
              </li>
            }
          </ul>
        }
      </div>
    </article>
  `,
  host: { class: 'block' },
})
export class EntryView {
  readonly entry = input.required<AuditEntry>();
  readonly words = input<FieldWords>(fieldWordsOf());

  /** What was empty and is empty is no news of something that was made. */
  protected readonly changes = computed(() => this.entry().changes.filter(({ from, to }) => from || to));
  protected readonly what = computed(() => typeWords(this.entry().type));
  protected readonly who = computed(() => actorWords(this.entry()));
}
