import { type Signal, computed, inject, signal } from '@angular/core';
import { LocalStore } from '../../core/storage/local-store';
import type { ColumnDescription, ModelDescription, Row } from '../registry/model-description';

/** Which columns somebody wants to see of a model, kept in this browser. Call `columnChoice` in an injection context. */
export interface ColumnChoice {
  /** Keys of the columns shown. */
  keys: Signal<readonly string[]>;
  columns: Signal<ColumnDescription<Row>[]>;
  choose(keys: readonly string[]): void;
}

export function columnChoice(model: () => ModelDescription): ColumnChoice {
  const store = inject(LocalStore);
  const nameOf = (): string => `ticketing.admin.columns.${model().key}`;
  const changes = signal(0);
  const keys = computed(() => {
    changes();
    const kept = store.read(nameOf())?.split(' ');
    const { columns } = model().list;
    const shown = kept
      ? columns.filter(({ key }) => kept.includes(key))
      : columns.filter((one) => !one.hidden);
    return shown.map(({ key }) => key);
  });
  return {
    keys,
    // The first column leads to the row: it cannot be hidden.
    columns: computed(() => model().list.columns.filter(({ key }, at) => at === 0 || keys().includes(key))),
    choose: (chosen) => {
      store.write(nameOf(), chosen.join(' '));
      changes.update((count) => count + 1);
    },
  };
}
