import { computed, signal } from '@angular/core';
import { SELECTION_LIMIT } from '../registry/bulk-action-description';
import type { Row } from '../registry/model-description';

/** Which of the rows on screen are selected: as many as can be changed at once. */
export class Selection {
  private readonly ids = signal<ReadonlySet<number>>(new Set());
  /** Where a range starts: the row that was touched last. */
  private anchor: number | null = null;

  /** Those that are still there, in the order of the list. */
  readonly rows = computed(() => this.shown().filter(({ id }) => this.ids().has(id)));
  readonly all = computed(() => this.rows().length > 0 && this.rows().length === this.shown().length);
  readonly some = computed(() => this.rows().length > 0 && !this.all());
  /** Whether no more can be selected. */
  readonly full = computed(() => this.rows().length >= SELECTION_LIMIT);

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

  /** All of them, or none when all (or as many as can be) are. */
  toggleAll(): void {
    if (this.all() || this.full()) this.clear();
    else this.selectAll();
  }

  selectAll(): void {
    this.set(
      this.shown().map(({ id }) => id),
      true,
    );
  }

  /** Two neighbours, as when one reaches for the next row with Shift. */
  extend(from: number, to: number): void {
    this.set([from, to], true);
    this.anchor = to;
  }

  clear(): void {
    this.ids.set(new Set());
    this.anchor = null;
  }

  private set(changed: readonly number[], on: boolean): void {
    this.ids.update(() => {
      // Rows that are not shown any more do not count.
      const next = new Set(this.rows().map(({ id }) => id));
      for (const id of changed) {
        if (!on) next.delete(id);
        else if (next.size < SELECTION_LIMIT) next.add(id);
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
