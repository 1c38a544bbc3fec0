import { Component, computed, input } from '@angular/core';

const TINTS = [
  'bg-open-tint text-open',
  'bg-progress-tint text-progress',
  'bg-pending-tint text-pending',
  'bg-resolved-tint text-resolved',
  'bg-urgent-tint text-urgent',
  'bg-high-tint text-high',
] as const;

/** Somebody's picture, or initials on a colour of their own. Decorative: the name stands beside it. */
@Component({
  selector: 'ui-avatar',
  template: `
    @if (picture(); as address) {
      <img class="size-full rounded-full object-cover" alt="" [src]="address" />
    }
  `,
  host: {
    'aria-hidden': 'true',
    // By CSS, so that the letters are no text: the name stands beside them.
    '[attr.data-initials]': 'picture() ? null : initials()',
    '[class]': 'classes()',
    '[style.width.px]': 'size()',
    '[style.height.px]': 'size()',
    '[style.font-size.px]': 'size() * 0.4',
  },
})
export class Avatar {
  readonly name = input.required<string>();
  readonly picture = input<string | null>(null);
  readonly size = input(24);

  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly classes = computed(
    () =>
      `inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold leading-none before:content-[attr(data-initials)] ${tintOf(this.name())}`,
  );
}

/** First letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

function tintOf(name: string): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return TINTS[sum % TINTS.length] ?? TINTS[0];
}
