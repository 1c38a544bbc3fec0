import { Component, booleanAttribute, computed, input } from '@angular/core';
import type { AuditChange } from '@ticketing/contracts';
import type { FieldWords } from '../data/field-words';
import { LongText } from './long-text';
import { TextDiff } from './text-diff';

/** Longer texts stand in a box of their own, and are compared word by word. */
const LONG = 60;

/** One field that was changed: what it was, and what it became. */
@Component({
  selector: 'app-change-view',
  imports: [LongText, TextDiff],
  template: `
    <span class="text-small font-medium text-muted w-32 shrink-0">{{ label() }}</span>
    <div class="min-w-0 flex-1 wrap-anywhere">
      @if (isLong()) {
        @if (change().from; as before) {
          <app-text-diff [from]="before" [to]="change().to ?? ''" />
        } @else {
          <app-long-text [text]="change().to ?? ''" />
        }
      } @else {
        @if (from(); as before) {
          <del class="text-muted">{{ before }}</del>
          <span class="text-muted" aria-hidden="true"> → </span>
        }
        <span class="sr-only">became </span><span>{{ to() || 'nothing' }}</span>
      }
    </div>
  `,
  host: {
    class: 'flex flex-col gap-x-4 gap-y-0.5',
    '[class]': "stacked() ? '' : 'sm:flex-row sm:items-baseline'",
  },
})
export class ChangeView {
  readonly change = input.required<AuditChange>();
  readonly words = input.required<FieldWords>();

  /** Whether there is little room: the name of the field stands above. */
  readonly stacked = input(false, { transform: booleanAttribute });

  protected readonly label = computed(() => this.words().labelOf(this.change().field));
  protected readonly from = computed(() => this.wordsFor(this.change().from));
  protected readonly to = computed(() => this.wordsFor(this.change().to));
  protected readonly isLong = computed(() => {
    const texts = [this.change().from ?? '', this.change().to ?? ''];
    return texts.some((text) => text.length > LONG || text.includes('\n'));
  });

  private wordsFor(value: string | null): string | null {
    return this.words().valueOf(this.change().field, value);
  }
}
