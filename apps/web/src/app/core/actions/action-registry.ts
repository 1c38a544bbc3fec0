import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { Action } from './action';

/** Every action that the screens now shown offer. */
@Service()
export class ActionRegistry {
  private readonly offered = signal<readonly Action[]>([]);

  /** What can be done now. */
  readonly available = computed(() => this.offered().filter((action) => action.when?.() ?? true));

  /** Offers actions until the caller is destroyed. Call it in an injection context. */
  offer(actions: readonly Action[]): void {
    this.offered.update((all) => [...all, ...actions]);
    inject(DestroyRef).onDestroy(() =>
      this.offered.update((all) => all.filter((action) => !actions.includes(action))),
    );
  }

  /** The action of that id that can be done now. The one offered last wins. */
  find(id: string): Action | undefined {
    return this.available().findLast((action) => action.id === id);
  }

  /** The action behind a key that can be done now. */
  forKey(key: string): Action | undefined {
    return this.available().findLast((action) => action.key === key);
  }
}
