import { Directive, computed, inject, input } from '@angular/core';
import { ActionRegistry } from './action-registry';
import { Shortcuts } from './shortcuts';

/** Makes a button run an action of the registry and tell its key. Hidden while the action cannot be done. */
@Directive({
  selector: 'button[appAction]',
  host: {
    type: 'button',
    '[hidden]': '!action()',
    '[attr.aria-keyshortcuts]': 'key()',
    '[title]': 'title()',
    '(click)': 'action()?.run()',
  },
})
export class ActionButton {
  /** Id of the action. */
  readonly appAction = input.required<string>();

  private readonly registry = inject(ActionRegistry);
  private readonly shortcuts = inject(Shortcuts);

  protected readonly action = computed(() => this.registry.find(this.appAction()));
  protected readonly key = computed(() =>
    this.shortcuts.enabled() ? (this.action()?.key?.toUpperCase() ?? null) : null,
  );
  protected readonly title = computed(() => {
    const key = this.key();
    return `${this.action()?.label ?? ''}${key ? ` (${key})` : ''}`;
  });
}
