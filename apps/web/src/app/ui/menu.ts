import { Menu, MenuContent, MenuItem, MenuTrigger } from '@angular/aria/menu';
import { CdkConnectedOverlay, type ConnectedPosition } from '@angular/cdk/overlay';
import {
  Component,
  afterRenderEffect,
  computed,
  input,
  output,
  viewChild,
  viewChildren,
} from '@angular/core';
import { Button } from './button';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

/** One thing to choose. */
export interface MenuOption {
  id: string;
  label: string;
  icon?: IconName;
  /** Drawn as chosen. */
  checked?: boolean;
}

const POSITIONS: ConnectedPosition[] = [
  { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 4 },
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 4 },
  { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -4 },
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -4 },
];

/** A button that opens a menu. What the button shows goes inside; without it, its label is all there is. */
@Component({
  selector: 'ui-menu',
  imports: [Button, CdkConnectedOverlay, Icon, Menu, MenuContent, MenuItem, MenuTrigger],
  templateUrl: './menu.html',
  host: { class: 'inline-flex' },
})
export class MenuButton {
  readonly label = input.required<string>();
  readonly options = input.required<readonly MenuOption[]>();
  readonly look = input<'primary' | 'secondary' | 'ghost'>('ghost');
  readonly shape = input<'normal' | 'icon'>('icon');
  readonly triggerClass = input('');
  readonly disabled = input(false);
  readonly picked = output<string>();

  protected readonly positions = POSITIONS;
  protected readonly menu = viewChild<Menu<string>>('menu');
  protected readonly anyIcon = computed(() => this.options().some((option) => option.icon));

  private readonly overlay = viewChild.required(CdkConnectedOverlay);
  private readonly items = viewChildren(MenuItem);

  constructor() {
    // It finds its place before its options are there, and would not see that they do not fit below the button.
    afterRenderEffect(() => {
      if (this.items().length > 0) this.overlay().overlayRef.updatePosition();
    });
  }

  protected pick(id: string | undefined): void {
    if (id !== undefined) this.picked.emit(id);
  }
}
