import { Directive, computed, input } from '@angular/core';

const SHAPES = {
  normal: 'h-8 px-3 max-lg:h-11',
  small: 'h-7 px-2 max-lg:h-9',
  icon: 'size-8 max-lg:size-11',
} as const;

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover font-medium',
  secondary: 'border border-field bg-raised text-text hover:bg-hover font-medium',
  ghost: 'text-muted hover:bg-hover hover:text-text',
  danger: 'border border-danger text-danger hover:bg-danger-tint font-medium',
} as const;

const BASE =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control text-body whitespace-nowrap transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55';

/** The look of every button, and of links that look like one. */
@Directive({
  selector: 'button[uiButton], a[uiButton]',
  host: { '[class]': 'classes()' },
})
export class Button {
  readonly look = input<keyof typeof LOOKS>('secondary');
  readonly shape = input<keyof typeof SHAPES>('normal');

  protected readonly classes = computed(() => `${BASE} ${SHAPES[this.shape()]} ${LOOKS[this.look()]}`);
}
