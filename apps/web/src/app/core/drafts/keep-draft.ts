import { DOCUMENT, DestroyRef, type Signal, effect, inject } from '@angular/core';
import { Drafts } from './drafts';

/** What is typed, and where it is kept. */
interface DraftSource<T> {
  /** Undefined: nothing is to be kept any more. */
  name(): string | undefined;
  typed: Signal<T>;
  isWorthKeeping(typed: T): boolean;
}

/** Keeps what somebody types as a draft, as it changes. Call it where things are injected. */
export function keepDraft<T>({ name, typed, isWorthKeeping }: DraftSource<T>): void {
  const drafts = inject(Drafts);
  const window = inject(DOCUMENT).defaultView;
  const keep = () => {
    const at = name();
    if (at === undefined) return;
    if (isWorthKeeping(typed())) keepOnce(drafts, at, typed());
    else drafts.discard(at);
  };
  effect(keep);
  // An effect waits for the next rendering, and a page that is left is not rendered any more.
  window?.addEventListener('pagehide', keep);
  inject(DestroyRef).onDestroy(() => window?.removeEventListener('pagehide', keep));
}

/** A draft that was only read again stays as old as it is. */
function keepOnce<T>(drafts: Drafts, name: string, typed: T): void {
  if (JSON.stringify(drafts.read<T>(name)?.value) !== JSON.stringify(typed)) drafts.keep(name, typed);
}
