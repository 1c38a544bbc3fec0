import { Component, computed, input } from '@angular/core';
import type { AuditEntry } from '@ticketing/contracts';
import { fieldWordsOf } from '../../data/field-words';
import { ChangeView } from '../../history/change-view';

/** Each field that was changed, old and new. */
@Component({
  selector: 'app-changes-view',
  imports: [ChangeView],
  template: `
    <h3 class="mb-2 text-small font-semibold text-muted">Changes</h3>
    <ul class="mb-5 flex flex-col gap-3">
      @for (change of changes(); track change.field) {
        <li><app-change-view stacked [change]="change" [words]="words" /></li>
      }
    </ul>
  `,
})
export class ChangesView {
  readonly row = input.required<unknown>();

  protected readonly words = fieldWordsOf();
  protected readonly changes = computed(() => (this.row() as AuditEntry).changes);
}
