import {
  type ComponentRef,
  Directive,
  type Type,
  ViewContainerRef,
  effect,
  inject,
  input,
} from '@angular/core';

/**
 * Puts a component of a model's own where it stands and hands it the row. `NgComponentOutlet` can do more, for
 * which everybody's first download would grow.
 */
@Directive({ selector: '[appSectionView]' })
export class SectionView {
  readonly appSectionView = input.required<Type<unknown>>();
  readonly row = input.required<unknown>();

  private readonly place = inject(ViewContainerRef);
  private shown: ComponentRef<unknown> | null = null;

  constructor() {
    effect(() => {
      this.shown ??= this.place.createComponent(this.appSectionView());
      this.shown.setInput('row', this.row());
    });
  }
}
