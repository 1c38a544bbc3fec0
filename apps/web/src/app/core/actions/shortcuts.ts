import { DOCUMENT, DestroyRef, Service, inject, signal } from '@angular/core';
import { LocalStore } from '../storage/local-store';
import { ActionRegistry } from './action-registry';

const KEY = 'ticketing.shortcuts';
const TYPING =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="listbox"], [role="menu"], [role="dialog"]';

/** Runs actions by single keys. Never while somebody types, and not at all when switched off (WCAG 2.1.4). */
@Service()
export class Shortcuts {
  private readonly registry = inject(ActionRegistry);
  private readonly store = inject(LocalStore);
  private readonly on = signal(this.store.read(KEY) !== 'off');
  readonly enabled = this.on.asReadonly();

  /** Starts to listen, for as long as the caller lives. Call it in an injection context. */
  listen(): void {
    const document = inject(DOCUMENT);
    const heard = (event: KeyboardEvent): void => this.press(event);
    document.addEventListener('keydown', heard);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', heard));
  }

  /** Switches single keys on or off, for later visits too. */
  enable(on: boolean): void {
    this.on.set(on);
    this.store.write(KEY, on ? 'on' : 'off');
  }

  private press(event: KeyboardEvent): void {
    if (!this.on() || isForSomethingElse(event)) return;
    const action = this.registry.forKey(event.key.toLowerCase());
    if (!action) return;
    // Otherwise the letter would also land in the field that the action focuses.
    event.preventDefault();
    action.run();
  }
}

function isForSomethingElse(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return true;
  return event.target instanceof Element && event.target.closest(TYPING) !== null;
}
