import { Service, computed, signal } from '@angular/core';
import { PausableTimer } from './pausable-timer';

/** How long a toast stays, and how long an undo is offered. */
export const TOAST_MS = 10_000;

/** What the way back is called. */
export const UNDO = 'Undo';

/** Something that a toast offers to do. */
export interface ToastAction {
  label: string;
  run: () => void;
}

/** A short message in the corner of the screen. */
export interface Toast {
  id: number;
  kind: 'done' | 'failed';
  text: string;
  action: ToastAction | null;
  /** Takes it away; held while somebody reads it or is about to press its button. */
  timer: PausableTimer;
}

/** Says in passing what happened, and offers the way back. */
@Service()
export class Toaster {
  private readonly list = signal<readonly Toast[]>([]);
  readonly toasts = this.list.asReadonly();
  /** What was told last and can still be taken back. */
  readonly undoable = computed(() => this.list().findLast(({ action }) => action?.label === UNDO) ?? null);
  private lastId = 0;

  /** Tells that something was done. */
  done(text: string, action: ToastAction | null = null): void {
    this.show({ kind: 'done', text, action });
  }

  /** Tells that something failed. */
  failed(text: string, action: ToastAction | null = null): void {
    this.show({ kind: 'failed', text, action });
  }

  /** Takes back what was told last and still can be. */
  undo(): void {
    const toast = this.undoable();
    if (toast) this.take(toast);
  }

  /** Does what a toast offers, and takes the toast away. */
  take({ id, action }: Toast): void {
    this.dismiss(id);
    action?.run();
  }

  /** Takes a toast away. */
  dismiss(id: number): void {
    this.list.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  private show(toast: Omit<Toast, 'id' | 'timer'>): void {
    this.lastId += 1;
    const id = this.lastId;
    const timer = new PausableTimer(() => this.dismiss(id), TOAST_MS);
    // Two at most: an older message is no longer news.
    this.list.update((toasts) => [...toasts.slice(-1), { id, ...toast, timer }]);
  }
}
