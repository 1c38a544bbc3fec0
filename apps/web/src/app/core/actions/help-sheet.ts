import { Component, computed, inject } from '@angular/core';
import { DialogFrame } from '../../ui/dialog-frame';
import type { Action } from './action';
import { ActionRegistry } from './action-registry';
import { Shortcuts } from './shortcuts';

const GROUPS: readonly Action['group'][] = ['Everywhere', 'List', 'Ticket'];

/** Keys of the browser's own elements and of the editor, which no single-letter action stands behind. */
const FIXED = [
  { keys: 'Ctrl Enter', label: 'Send what you are writing' },
  { keys: 'Enter', label: 'Open the focused ticket' },
  { keys: 'Esc', label: 'Close what is open on top' },
];

/** All shortcuts of the screens now shown, and the switch that turns single keys off. */
@Component({
  selector: 'app-help-sheet',
  imports: [DialogFrame],
  template: `
    <ui-dialog-frame heading="Keyboard shortcuts">
      @for (group of groups(); track group.name) {
        <h3 class="mt-4 mb-1 text-small font-semibold text-muted first:mt-0">{{ group.name }}</h3>
        <ul>
          @for (entry of group.entries; track entry.label) {
            <li class="flex items-center justify-between gap-4 py-1">
              {{ entry.label }}
              <kbd class="rounded-chip bg-hover px-1.5 font-mono text-meta">{{ entry.keys }}</kbd>
            </li>
          }
        </ul>
      }
      <label class="mt-4 flex items-center gap-2 border-t border-line pt-4">
        <input type="checkbox" [checked]="shortcuts.enabled()" (change)="toggle()" />
        Single-letter shortcuts
      </label>
    </ui-dialog-frame>
  `,
  host: { class: 'flex w-full min-h-0' },
})
export class HelpSheet {
  private readonly registry = inject(ActionRegistry);
  protected readonly shortcuts = inject(Shortcuts);

  protected readonly groups = computed(() =>
    [
      ...GROUPS.map((name) => ({ name: name as string, entries: this.entriesOf(name) })),
      { name: 'Always', entries: FIXED },
    ].filter(({ entries }) => entries.length > 0),
  );

  protected toggle(): void {
    this.shortcuts.enable(!this.shortcuts.enabled());
  }

  private entriesOf(group: Action['group']): { keys: string; label: string }[] {
    return this.registry
      .available()
      .filter((action) => action.group === group && action.key)
      .map(({ key, label }) => ({ keys: key?.toUpperCase() ?? '', label }));
  }
}
