import {
  Component,
  type ElementRef,
  booleanAttribute,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Control } from './control';
import { Markdown } from './markdown';

/** A text area for Markdown, with a preview. */
@Component({
  selector: 'ui-markdown-editor',
  imports: [Control, Markdown],
  templateUrl: './markdown-editor.html',
  host: { class: 'block' },
})
export class MarkdownEditor implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output();
  /** Name of the text area where no label stands beside it. */
  readonly label = input<string | null>(null);
  readonly placeholder = input('');
  readonly rows = input(6);
  /** Draws the text area in the colours of internal notes. */
  readonly internal = input(false, { transform: booleanAttribute });

  protected readonly previewing = signal(false);
  private readonly text = viewChild<ElementRef<HTMLTextAreaElement>>('text');

  /** Puts the cursor into the text. */
  focus(): void {
    this.previewing.set(false);
    // The text area may have to come back first.
    setTimeout(() => this.text()?.nativeElement.focus());
  }

  protected write(event: Event): void {
    this.value.set((event.target as HTMLTextAreaElement).value);
  }
}
