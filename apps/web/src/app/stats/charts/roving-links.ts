import { Directive, ElementRef, inject } from '@angular/core';

/** How far a key goes among the links of its kind; `Home` and `End` go all the way. */
const STEPS: Partial<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Many small links that are one stop of the Tab key: arrows go from one to the next of its row. The template gives
 * the first of each row tabindex 0, the others -1.
 */
@Directive({
  selector: '[appRovingLinks]',
  host: { '(keydown)': 'step($event)' },
})
export class RovingLinks {
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected step(event: KeyboardEvent): void {
    const links = [...this.host.querySelectorAll<HTMLAnchorElement>('a')];
    const from = links.findIndex((link) => link === event.target);
    const steps = STEPS[event.key];
    if (from === -1 || steps === undefined) return;
    event.preventDefault();
    const to = Math.min(Math.max(from + steps, 0), links.length - 1);
    links.forEach((link, index) => (link.tabIndex = index === to ? 0 : -1));
    links[to]?.focus();
  }
}
