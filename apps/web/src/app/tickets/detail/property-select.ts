import { Component, input, output } from '@angular/core';
import { Icon } from '../../ui/icon';

/** One choice. */
export interface PropertyOption {
  value: string;
  label: string;
}

/** A property that is chosen from a few values: flat until it is used. Its icon goes inside. */
@Component({
  selector: 'app-property-select',
  imports: [Icon],
  template: `
    <span class="pointer-events-none absolute top-1/2 left-2 flex -translate-y-1/2"><ng-content /></span>
    <select
      class="h-8 w-full appearance-none rounded-control border border-transparent bg-transparent pr-7 pl-8 text-body hover:border-field hover:bg-hover focus:border-field max-xl:border-field max-lg:h-11"
      [attr.aria-label]="label()"
      (change)="pick($event)"
    >
      @for (option of options(); track option.value) {
        <option [value]="option.value" [selected]="option.value === value()">{{ option.label }}</option>
      }
    </select>
    <ui-icon
      class="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-muted"
      name="chevron-down"
      [size]="14"
    />
  `,
  host: { class: 'relative block' },
})
export class PropertySelect {
  readonly label = input.required<string>();
  readonly options = input.required<readonly PropertyOption[]>();
  readonly value = input.required<string>();
  readonly picked = output<string>();

  protected pick(event: Event): void {
    this.picked.emit((event.target as HTMLSelectElement).value);
  }
}
