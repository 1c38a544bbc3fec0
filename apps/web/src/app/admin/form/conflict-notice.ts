import { Component, input, output } from '@angular/core';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Typed } from '../registry/field-description';
import type { Row } from '../registry/model-description';

/** Somebody else has changed a row while this person filled in its form. */
export interface Conflict {
  /** The row as it is now. */
  theirs: Row;
  /** What this person wanted to save. */
  typed: Typed;
  changes: { label: string; from: string; to: string }[];
}

const SHORTENED = 80;

/** Says what somebody else has changed meanwhile, with both ways out. */
@Component({
  selector: 'app-conflict-notice',
  imports: [Button, Notice],
  template: `
    <ui-notice kind="danger">
      <p class="font-medium">
        Somebody has changed this meanwhile. Nothing was saved; what you typed is still here.
      </p>
      <ul class="mt-1 flex list-disc flex-col gap-0.5 pl-5">
        @for (change of of().changes; track change.label) {
          <li class="wrap-anywhere">
            {{ change.label }}: {{ short(change.from) }} <span aria-hidden="true">→ </span
            ><span class="sr-only">is now </span>{{ short(change.to) }}
          </li>
        }
      </ul>
      <div class="mt-2 flex flex-wrap gap-2">
        <button uiButton type="button" (click)="mine.emit()">Save mine over it</button>
        <button uiButton type="button" (click)="theirs.emit()">Show theirs, drop mine</button>
      </div>
    </ui-notice>
  `,
  host: { class: 'block' },
})
export class ConflictNotice {
  readonly of = input.required<Conflict>();
  readonly mine = output();
  readonly theirs = output();

  protected short(text: string): string {
    if (text === '') return 'nothing';
    return text.length > SHORTENED ? `${text.slice(0, SHORTENED)}…` : text;
  }
}
