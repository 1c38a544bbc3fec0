import { computed, signal } from '@angular/core';
import type { Row } from '../registry/model-description';

/** Which of the rows on screen are selected. */
export class Selection {
  private readonly ids = signal<ReadonlySet<number>>(new Set());
  /** Where a range starts: the row that was touched last. */
  private anchor: number | null = null;

  /** Those that are still there, in the order of the list. */
  readonly rows = computed(() => this.shown().filter(({ id }) => this.ids().has(id)));
  readonly all = computed(() => this.rows().length > 0 && this.rows().length === this.shown().length);
  readonly some = computed(() => this.rows().length > 0 && !this.all());

  constructor(private readonly shown: () => readonly Row[]) {}

  has(id: number): boolean {
    return this.ids().has(id);
  }

  /** Turns a row over; with `range`, all from the one touched before up to it become as it becomes. */
  toggle(id: number, range = false): void {
    const on = !this.ids().has(id);
    this.set(range ? this.between(this.anchor ?? id, id) : [id], on);
    this.anchor = id;
  }

  /** All of them, or none when all are. */
  toggleAll(): void {
    this.set(
      this.shown().map(({ id }) => id),
      !this.all(),
    );
  }

  clear(): void {
    this.ids.set(new Set());
    this.anchor = null;
  }

  private set(changed: readonly number[], on: boolean): void {
    this.ids.update((ids) => {
      const next = new Set(ids);
      for (const id of changed) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }

  private between(from: number, to: number): number[] {
    const order = this.shown().map(({ id }) => id);
    const [start, end] = [order.indexOf(from), order.indexOf(to)].toSorted((one, other) => one - other);
    return start === undefined || start < 0 ? [to] : order.slice(start, (end ?? start) + 1);
  }
}
