import { Component, computed, input } from '@angular/core';
import type { TagRef } from '@ticketing/contracts';
import { tagTint } from './tag-looks';

/** A tag as a word on its colour. What can be done with it goes inside. */
@Component({
  selector: 'app-tag-chip',
  template: `<span class="min-w-0 truncate" [title]="tag().name">{{ tag().name }}</span
    ><ng-content />`,
  host: { '[class]': 'classes()' },
})
export class TagChip {
  readonly tag = input.required<TagRef>();

  protected readonly classes = computed(
    () =>
      `inline-flex max-w-full min-w-0 items-center rounded-chip px-1.5 py-0.5 text-meta font-medium ${tagTint(this.tag().color)}`,
  );
}
