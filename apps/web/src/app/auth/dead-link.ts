import { Component, ElementRef, afterNextRender, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** The problem that a mailed link meets which was used, has expired, or never was. */
export const LINK_NOT_GOOD = 'link-not-good';

/** Stands where a mailed link leads nowhere any more: why, and the way to another one. */
@Component({
  selector: 'app-dead-link',
  imports: [Button, Notice, RouterLink],
  template: `
    <ui-notice kind="danger">{{ message() }}</ui-notice>
    <a #way uiButton look="primary" [routerLink]="target()"><ng-content /></a>
  `,
  host: { class: 'flex flex-col gap-4' },
})
export class DeadLink {
  readonly message = input.required<string>();
  readonly target = input.required<string>();

  private readonly way = viewChild.required<unknown, ElementRef<HTMLElement>>('way', { read: ElementRef });

  constructor() {
    // The button that was pressed is gone, and with it the cursor.
    afterNextRender(() => this.way().nativeElement.focus());
  }
}
