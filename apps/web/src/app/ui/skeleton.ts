import { Component, computed, input } from '@angular/core';

/** Grey lines of the size of what is loading. They appear after 150 ms, so that fast answers never flicker. */
@Component({
  selector: 'ui-skeleton',
  template: `
    <span class="sr-only">{{ label() }}</span>
    @for (line of rows(); track line) {
      <div class="flex flex-col gap-2" aria-hidden="true" [class]="rowClass()">
        <div class="h-3.5 w-3/5 rounded-chip bg-hover"></div>
        <div class="h-3 w-4/5 rounded-chip bg-hover"></div>
      </div>
    }
  `,
  host: { class: 'skeleton block', role: 'status' },
})
export class Skeleton {
  readonly label = input('Loading');
  readonly count = input(6);
  readonly rowClass = input('px-4 py-3');

  protected readonly rows = computed(() => Array.from({ length: this.count() }, (_, index) => index));
}
