import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, input, model } from '@angular/core';
import { Button } from './button';
import { Icon } from './icon';

/** A button that says what is chosen and opens a small surface, whose content goes inside, to choose. */
@Component({
  selector: 'ui-popover-button',
  imports: [Button, CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon],
  template: `
    <button
      #origin="cdkOverlayOrigin"
      cdkOverlayOrigin
      uiButton
      type="button"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="open.set(true)"
    >
      <span class="sr-only">{{ label() }}: {{ words() }}</span>
      <span class="font-normal text-muted" aria-hidden="true">{{ label() }}</span>
      <span class="max-w-56 truncate" aria-hidden="true">{{ words() }}</span>
      <ui-icon class="text-muted" name="chevron-down" [size]="14" />
    </button>
    <ng-template
      cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
      [cdkConnectedOverlay]="{ origin, usePopover: 'inline', viewportMargin: 8, push: true }"
      [cdkConnectedOverlayHasBackdrop]="true"
      [cdkConnectedOverlayOpen]="open()"
      (backdropClick)="open.set(false)"
      (detach)="open.set(false)"
    >
      <div
        class="mt-1 rounded-card border border-line bg-raised shadow-popover"
        cdkTrapFocus
        cdkTrapFocusAutoCapture
        role="dialog"
        [attr.aria-label]="label()"
      >
        <ng-content />
      </div>
    </ng-template>
  `,
  host: { class: 'inline-flex' },
})
export class PopoverButton {
  readonly label = input.required<string>();
  readonly words = input.required<string>();
  readonly open = model(false);
}
