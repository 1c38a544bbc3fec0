import { Component, inject } from '@angular/core';
import { Button } from './button';
import { Icon } from './icon';
import { Toaster } from './toaster';

/** Where toasts appear: one polite live region for the whole app. */
@Component({
  selector: 'ui-toast-outlet',
  imports: [Button, Icon],
  template: `
    <div
      class="pointer-events-none fixed inset-x-4 bottom-18 z-50 flex flex-col items-center gap-2 lg:bottom-4 lg:left-18 lg:items-start xl:left-58"
      role="status"
      aria-label="Messages"
    >
      @for (toast of toaster.toasts(); track toast.id) {
        <div
          class="toast pointer-events-auto flex max-w-full items-center gap-2 rounded-card border border-line bg-raised py-1 pr-1 pl-3 shadow-popover"
          (mouseenter)="toast.timer.hold()"
          (mouseleave)="toast.timer.release()"
          (focusin)="toast.timer.hold()"
          (focusout)="toast.timer.release()"
        >
          <ui-icon
            [class]="toast.kind === 'failed' ? 'text-danger' : 'text-resolved'"
            [name]="toast.kind === 'failed' ? 'alert' : 'check'"
          />
          <span class="min-w-0 py-1.5">{{ toast.text }}</span>
          @if (toast.action; as action) {
            <button class="text-link!" uiButton look="ghost" type="button" (click)="toaster.take(toast)">
              {{ action.label }}
            </button>
          }
          <button
            uiButton
            look="ghost"
            shape="icon"
            type="button"
            aria-label="Dismiss"
            (click)="toaster.dismiss(toast.id)"
          >
            <ui-icon name="close" [size]="14" />
          </button>
        </div>
      }
    </div>
  `,
})
export class ToastOutlet {
  protected readonly toaster = inject(Toaster);
}
