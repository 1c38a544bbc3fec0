import { Component, computed, input, signal } from '@angular/core';
import { type DiffPart, wordDiff } from './word-diff';

/** Of what stayed the same, as much is shown beside what did not. */
const CONTEXT = 80;

/** How a text became another one: words that went, and words that came. What stayed the same is folded away. */
@Component({
  selector: 'app-text-diff',
  template: `
    <p class="rounded-control bg-subtle px-2.5 py-1.5 wrap-anywhere whitespace-pre-wrap">
      @for (part of shown(); track $index) {
        @switch (part.kind) {
          @case ('gone') {
            <del class="rounded-chip bg-urgent-tint text-urgent"
              ><span class="sr-only">removed: </span>{{ part.text }}</del
            >
          }
          @case ('new') {
            <ins class="rounded-chip bg-resolved-tint text-resolved no-underline"
              ><span class="sr-only">added: </span>{{ part.text }}</ins
            >
          }
          @default {
            <span class="text-muted">{{ part.text }}</span>
          }
        }
      }
    </p>
    @if (isFolded()) {
      <button
        class="min-h-6 text-small font-medium text-muted underline hover:text-text max-lg:min-h-11"
        type="button"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        {{ open() ? 'Only what changed' : 'All of it' }}
      </button>
    }
  `,
  host: { class: 'block' },
})
export class TextDiff {
  readonly from = input.required<string>();
  readonly to = input.required<string>();

  protected readonly open = signal(false);
  private readonly all = computed(() => wordDiff(this.from(), this.to()));
  private readonly folded = computed(() => this.all().map(folded));
  protected readonly isFolded = computed(() =>
    this.folded().some(({ text }, index) => text !== this.all()[index]?.text),
  );
  protected readonly shown = computed(() => (this.open() ? this.all() : this.folded()));
}

/** What stayed the same, but for what stands beside a change. */
function folded(part: DiffPart, index: number, all: readonly DiffPart[]): DiffPart {
  if (part.kind !== 'same') return part;
  const head = index === 0 ? '' : part.text.slice(0, CONTEXT);
  const tail = index === all.length - 1 ? '' : part.text.slice(-CONTEXT);
  const isShort = part.text.length <= head.length + tail.length + CONTEXT / 2;
  return isShort ? part : { ...part, text: `${head} … ${tail}` };
}
