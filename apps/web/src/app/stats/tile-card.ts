import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon';
import type { Tile } from './data/tiles';
import { Definition } from './definition';
import type { Change, Verdict } from './words/change';

const VERDICTS: Record<Verdict, { words: string; classes: string }> = {
  better: { words: 'better', classes: 'bg-resolved-tint text-resolved' },
  worse: { words: 'worse', classes: 'bg-urgent-tint text-urgent' },
  neutral: { words: '', classes: 'bg-medium-tint text-medium' },
};

const ARROWS: Record<Change['direction'], string> = { up: '↑', down: '↓', same: '=' };

/** One number: what it is called, what it was before, and the way to its list. */
@Component({
  selector: 'app-tile-card',
  imports: [Definition, Icon, RouterLink],
  template: `
    <div
      role="group"
      class="grid h-full grid-cols-[minmax(0,1fr)_auto] grid-rows-[auto_auto_1fr_auto] items-start rounded-card border border-line bg-raised p-4"
      [attr.aria-label]="tile().title"
    >
      <h2 class="self-center text-small font-medium text-muted">{{ tile().title }}</h2>
      <app-definition short [of]="tile().title" [text]="tile().definition" />
      <p class="col-span-full mt-1 text-[1.75rem]/9 font-semibold tracking-tight tabular-nums">
        <a
          class="group inline-flex items-center gap-1 rounded-chip hover:text-link hover:underline"
          routerLink="/tickets"
          [queryParams]="tile().open"
          >{{ tile().value
          }}<ui-icon class="text-faint group-hover:text-link" name="chevron-right" [size]="18"
        /></a>
      </p>
      <p class="col-span-full text-small text-pretty text-muted">
        @for (part of parts(); track $index) {
          @if (part.open; as params) {
            <a
              class="-mx-2 px-2 py-2 underline hover:text-link"
              routerLink="/tickets"
              [queryParams]="params"
              >{{ part.words }}</a
            >
          } @else {
            <span class="whitespace-pre-wrap">{{ part.words }}</span>
          }
        }
      </p>
      <p class="col-span-full flex flex-wrap items-center gap-x-1.5 gap-y-1 pt-3 text-meta text-muted">
        @if (tile().change; as change) {
          <span
            class="inline-flex items-center gap-1 rounded-chip px-1.5 py-0.5 font-medium tabular-nums"
            [class]="verdict().classes"
          >
            <span aria-hidden="true">{{ arrows[change.direction] }}</span>
            {{ change.text }}{{ verdict().words && ', ' + verdict().words }}
          </span>
        }
        <span>{{ tile().against }}</span>
      </p>
    </div>
  `,
  host: { class: 'block min-w-0' },
})
export class TileCard {
  readonly tile = input.required<Tile>();

  protected readonly parts = computed(() =>
    this.tile().detail.map((part) => (typeof part === 'string' ? { words: part, open: null } : part)),
  );
  protected readonly arrows = ARROWS;
  protected readonly verdict = computed(() => VERDICTS[this.tile().change?.verdict ?? 'neutral']);
}
