import { Component, input, signal } from '@angular/core';
import { Icon } from '../../ui/icon';

/** What a mail quoted of the mails before it: folded, and as plain text, for it may hold anything. */
@Component({
  selector: 'app-quoted-text',
  imports: [Icon],
  template: `
    <details #details (toggle)="shown.set(details.open)">
      <summary
        class="inline-flex min-h-6 items-center gap-1 rounded-chip text-small text-muted hover:text-text max-lg:min-h-11"
      >
        <ui-icon class="transition-transform" name="chevron-right" [size]="14" [class.rotate-90]="shown()" />
        {{ shown() ? 'Hide quoted text' : 'Show quoted text' }}
      </summary>
      <p
        class="border-l-2 border-field pl-3 text-small wrap-anywhere whitespace-pre-wrap text-muted"
        [textContent]="text()"
      ></p>
    </details>
  `,
  host: { class: 'mt-2 block' },
})
export class QuotedText {
  readonly text = input.required<string>();

  protected readonly shown = signal(false);
}
