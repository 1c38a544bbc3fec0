import { Clipboard } from '@angular/cdk/clipboard';
import {
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Button } from '../../ui/button';
import { ButtonRow } from '../../ui/button-row';
import { Icon } from '../../ui/icon';
import { Toaster } from '../../ui/toaster';

/** The recovery codes, the only time that they are shown. */
@Component({
  selector: 'app-recovery-codes-panel',
  imports: [Button, ButtonRow, Icon],
  template: `
    <div class="flex flex-col gap-4">
      <div>
        <h3 #title class="font-semibold outline-none" tabindex="-1">Your recovery codes</h3>
        <p class="mt-0.5 text-muted">
          They are shown only now. Each is good for one sign-in when your phone is not at hand: keep them away
          from it.
        </p>
      </div>
      <ul
        class="grid gap-x-4 gap-y-1 rounded-control bg-subtle p-3 font-mono sm:grid-cols-2"
        aria-label="Recovery codes"
      >
        @for (code of codes(); track code) {
          <li>{{ code }}</li>
        }
      </ul>
      <div uiButtonRow>
        <button uiButton type="button" (click)="copy()"><ui-icon name="copy" />Copy</button>
        <a uiButton download="recovery-codes.txt" [href]="file()"><ui-icon name="download" />Download</a>
        <button class="max-sm:basis-full" uiButton look="primary" type="button" (click)="kept.emit()">
          I have kept them
        </button>
      </div>
    </div>
  `,
})
export class RecoveryCodesPanel {
  readonly codes = input.required<readonly string[]>();
  readonly kept = output();

  private readonly clipboard = inject(Clipboard);
  private readonly toaster = inject(Toaster);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  private readonly text = computed(() => `${this.codes().join('\n')}\n`);
  protected readonly file = computed(
    () => `data:text/plain;charset=utf-8,${encodeURIComponent(this.text())}`,
  );

  constructor() {
    // The form that brought them here is gone, and with it the cursor.
    afterNextRender(() => this.title().nativeElement.focus());
  }

  protected copy(): void {
    this.clipboard.copy(this.text());
    this.toaster.done('Recovery codes copied.');
  }
}
