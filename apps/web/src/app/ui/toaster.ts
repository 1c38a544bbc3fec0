import { Service, signal } from '@angular/core';
import { PausableTimer } from './pausable-timer';

/** How long a toast stays, and how long an undo is offered. */
export const TOAST_MS = 10_000;

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
  private lastId = 0;

  /** Tells that something was done. */
  done(text: string, action: ToastAction | null = null): void {
    this.show({ kind: 'done', text, action });
  }

  /** Tells that something failed. */
  failed(text: string, action: ToastAction | null = null): void {
    this.show({ kind: 'failed', text, action });
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
