import { Directive, ElementRef, inject } from '@angular/core';

/** How far a key goes among the links of its kind; `Home` and `End` go all the way. */
const STEPS: Partial<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Many small links that are one stop of the Tab key: arrows go from one to the next. The template gives the first
 * tabindex 0, the others -1; so it is again once the focus has left, as others may take their places meanwhile.
 */
@Directive({
  selector: '[appRovingLinks]',
  host: { '(keydown)': 'step($event)', '(focusout)': 'leave($event)' },
})
export class RovingLinks {
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected step(event: KeyboardEvent): void {
    const links = this.links();
    const from = links.findIndex((link) => link === event.target);
    const steps = STEPS[event.key];
    if (from === -1 || steps === undefined) return;
    event.preventDefault();
    const to = Math.min(Math.max(from + steps, 0), links.length - 1);
    this.makeStop(to);
    links[to]?.focus();
  }

  protected leave({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && this.host.contains(relatedTarget))) this.makeStop(0);
  }

  private makeStop(stop: number): void {
    this.links().forEach((link, index) => (link.tabIndex = index === stop ? 0 : -1));
  }

  private links(): HTMLAnchorElement[] {
    return [...this.host.querySelectorAll('a')];
  }
}
