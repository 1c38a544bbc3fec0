import { Component, computed, input } from '@angular/core';
import type { AuditChange } from '@ticketing/contracts';
import type { FieldWords } from '../data/field-words';
import { type DiffPart, wordDiff } from './word-diff';

/** Longer texts are compared word by word. */
const LONG = 60;
/** Of what stayed the same, as much is shown beside what did not. */
const CONTEXT = 80;

/** One field that was changed: what it was, and what it became. */
@Component({
  selector: 'app-change-view',
  template: `
    <span class="font-medium">{{ label() }}</span>
    @if (parts(); as parts) {
      <p class="mt-0.5 rounded-control bg-subtle px-2.5 py-1.5 wrap-anywhere whitespace-pre-wrap">
        @for (part of parts; track $index) {
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
        <details class="mt-1 text-small">
          <summary class="inline-flex min-h-6 cursor-pointer items-center text-muted hover:text-text">
            Both texts in full
          </summary>
          <div class="mt-1 grid gap-2 sm:grid-cols-2">
            @for (text of texts(); track text.heading) {
              <div class="rounded-control border border-line p-2.5">
                <p class="text-meta font-medium text-muted">{{ text.heading }}</p>
                <p class="mt-1 wrap-anywhere whitespace-pre-wrap">{{ text.text || 'Nothing' }}</p>
              </div>
            }
          </div>
        </details>
      }
    } @else {
      <span class="wrap-anywhere">
        @if (from(); as before) {
          <del class="text-muted">{{ before }}</del>
          <span class="text-muted" aria-hidden="true"> → </span><span class="sr-only"> became </span>
        } @else {
          <span class="sr-only"> became </span>
        }
        <span>{{ to() || 'nothing' }}</span>
      </span>
    }
  `,
  host: { class: 'block' },
})
export class ChangeView {
  readonly change = input.required<AuditChange>();
  readonly words = input.required<FieldWords>();

  protected readonly label = computed(() => this.words().labelOf(this.change().field));
  protected readonly from = computed(() => this.wordsFor(this.change().from));
  protected readonly to = computed(() => this.wordsFor(this.change().to));

  private readonly diff = computed(() => {
    const { from, to } = this.change();
    if (from === null || to === null || Math.max(from.length, to.length) <= LONG) return null;
    return wordDiff(from, to);
  });
  protected readonly parts = computed(() => this.diff()?.map(shortened) ?? null);
  protected readonly isFolded = computed(
    () => this.diff()?.some((part, index, all) => shortened(part, index, all).text !== part.text) ?? false,
  );
  protected readonly texts = computed(() => [
    { heading: 'Before', text: this.change().from },
    { heading: 'After', text: this.change().to },
  ]);

  private wordsFor(value: string | null): string | null {
    return this.words().valueOf(this.change().field, value);
  }
}

/** What stayed the same is left out but for what stands beside a change. */
function shortened(part: DiffPart, index: number, all: readonly DiffPart[]): DiffPart {
  if (part.kind !== 'same') return part;
  const head = index === 0 ? '' : part.text.slice(0, CONTEXT);
  const tail = index === all.length - 1 ? '' : part.text.slice(-CONTEXT);
  const isShort = part.text.length <= head.length + tail.length + 10;
  return isShort ? part : { ...part, text: `${head} … ${tail}` };
}
