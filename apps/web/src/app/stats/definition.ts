import { Component, booleanAttribute, input, signal } from '@angular/core';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { uniqueId } from '../ui/unique-id';

/** How something is counted, for who asks. */
@Component({
  selector: 'app-definition',
  imports: [Button, Icon],
  template: `
    <button
      uiButton
      look="ghost"
      shape="small"
      type="button"
      [class]="short() ? '-mr-2 lg:-my-1 max-lg:-my-2 max-lg:h-11! max-lg:min-w-11' : ''"
      [attr.aria-controls]="open() ? textId : null"
      [attr.aria-expanded]="open()"
      [attr.aria-label]="'How it is counted: ' + of()"
      (click)="toggle()"
    >
      <ui-icon name="info" [size]="14" />
      @if (!short()) {
        <span class="max-sm:sr-only">How it is counted</span>
      }
    </button>
    @if (open()) {
      <p
        class="order-last text-small text-muted"
        [class]="short() ? 'col-span-full mt-3 border-t border-line pt-3' : 'w-full px-2 pb-2'"
        [id]="textId"
      >
        {{ text() }}
      </p>
    }
  `,
  // The text comes last among its neighbours: under the buttons of a row, at the foot of a tile.
  host: { class: 'contents' },
})
export class Definition {
  /** What is counted. */
  readonly of = input.required<string>();
  readonly text = input.required<string>();
  /** Only an icon. */
  readonly short = input(false, { transform: booleanAttribute });

  protected readonly textId = uniqueId('definition');
  protected readonly open = signal(false);

  protected toggle(): void {
    this.open.update((isOpen) => !isOpen);
  }
}
