import { Component, ElementRef, afterNextRender, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** The end of what a mailed link was for, good or bad: what is so now, and where it goes on. */
@Component({
  selector: 'app-way-on',
  imports: [Button, Notice, RouterLink],
  template: `
    <ui-notice [kind]="kind()">{{ message() }}</ui-notice>
    <a #way uiButton look="primary" [routerLink]="target()"><ng-content /></a>
  `,
  host: { class: 'flex flex-col gap-4' },
})
export class WayOn {
  readonly kind = input.required<'done' | 'danger' | 'info'>();
  readonly message = input.required<string>();
  readonly target = input.required<string>();

  private readonly way = viewChild.required<unknown, ElementRef<HTMLElement>>('way', { read: ElementRef });

  constructor() {
    // The button that was pressed is gone, and with it the cursor.
    afterNextRender(() => this.way().nativeElement.focus());
  }
}
