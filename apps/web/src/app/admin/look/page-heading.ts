import { Component, booleanAttribute, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon';

/** The top of a page: the way back, what it is, what can be done. A `badge` stands beside the heading. */
@Component({
  selector: 'app-page-heading',
  imports: [Icon, RouterLink],
  template: `
    <a
      class="inline-flex min-h-6 items-center gap-1 text-small font-medium text-muted hover:text-text max-lg:min-h-11"
      [class.xl:hidden]="backTo() === '/admin'"
      [routerLink]="backTo()"
    >
      <ui-icon name="back" [size]="14" />{{ back() }}
    </a>
    <div class="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 class="text-h1 font-semibold wrap-anywhere">{{ heading() }}</h1>
      <ng-content select="[badge]" />
      <div
        class="ml-auto flex flex-wrap justify-end gap-2 empty:hidden"
        [class]="wide() ? 'max-sm:w-full max-sm:*:grow' : ''"
      >
        <ng-content />
      </div>
    </div>
  `,
  host: { class: 'block' },
})
export class PageHeading {
  readonly heading = input.required<string>();
  /** What the way back is called, and where it leads. */
  readonly back = input.required<string>();
  readonly backTo = input.required<string>();
  /** Whether what can be done takes the whole width of a phone. */
  readonly wide = input(false, { transform: booleanAttribute });
}
