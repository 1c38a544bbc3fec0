import { Listbox, Option } from '@angular/aria/listbox';
import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Button } from './button';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** One thing to choose from a closed set. */
export interface Choice {
  value: string;
  label: string;
}

/** A button that says what is chosen and opens a list to choose from: one of it, or with `many` several. */
@Component({
  selector: 'ui-choices-button',
  imports: [Button, CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon, Listbox, Option],
  templateUrl: './choices-button.html',
  host: { class: 'inline-flex' },
})
export class ChoicesButton {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly many = input(false, { transform: booleanAttribute });
  /** Stands for the words where there is little room. */
  readonly icon = input<IconName | null>(null);
  /** Whether the button tells what is chosen. */
  readonly tells = input(true);
  readonly picked = output<string[]>();

  private readonly list = viewChild<unknown, ElementRef<HTMLElement>>(Listbox, { read: ElementRef });
  protected readonly open = signal(false);
  protected readonly words = computed(() => {
    const chosen = this.choices().filter(({ value }) => this.chosen().includes(value));
    const [first] = chosen;
    return chosen.length > 1 ? `${chosen.length} chosen` : (first?.label ?? 'Any');
  });

  /** The trap cannot: it looks for something to focus before the list knows its option. */
  protected focusList(): void {
    setTimeout(() => this.list()?.nativeElement.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }

  protected pick(values: string[]): void {
    // The listbox also tells what it was given, and that nothing is chosen before another one is.
    if (sameSet(values, this.chosen()) || (!this.many() && values.length === 0)) return;
    if (!this.many()) this.open.set(false);
    this.picked.emit(values);
  }
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
