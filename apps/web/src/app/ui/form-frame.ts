import { Component, type Signal, booleanAttribute, computed, input } from '@angular/core';
import { type FieldTree, FormRoot } from '@angular/forms/signals';
import { Button } from './button';
import { ButtonRow } from './button-row';
import { Notice } from './notice';

/** What the frame needs to know about the form inside. */
export interface FramedForm<T> {
  readonly fields: FieldTree<T>;
  /** What went wrong and belongs to no field. */
  readonly failure: Signal<string | null>;
}

/**
 * A form: what went wrong on top, its fields, and the button that sends it, which says so meanwhile.
 * Buttons marked `beside` stand next to that one.
 */
@Component({
  selector: 'ui-form-frame',
  imports: [Button, ButtonRow, FormRoot, Notice],
  template: `
    <form class="flex flex-col gap-4" [formRoot]="of().fields">
      @if (of().failure(); as message) {
        <ui-notice kind="danger">{{ message }}</ui-notice>
      }
      <ng-content />
      <div uiButtonRow [wide]="wide()">
        <button uiButton type="submit" [look]="look()" [attr.aria-disabled]="busy() || !ready()">
          {{ busy() ? busyLabel() : submitLabel() }}
        </button>
        <ng-content select="[beside]" />
      </div>
    </form>
  `,
  host: { class: 'block' },
})
export class FormFrame<T> {
  readonly of = input.required<FramedForm<T>>();
  readonly submitLabel = input.required<string>();
  /** What the button says while the form is under way. */
  readonly busyLabel = input.required<string>();
  /** Whether there is nothing to wait for before it can be sent. */
  readonly ready = input(true);
  readonly look = input<'primary' | 'danger'>('primary');
  /** Whether the buttons take the whole width on every screen, not only on a phone. */
  readonly wide = input(false, { transform: booleanAttribute });

  protected readonly busy = computed(() => this.of().fields().submitting());
}
