import { httpResource } from '@angular/common/http';
import { Injectable, computed, linkedSignal, signal } from '@angular/core';
import type { ModelDescription, Row } from '../registry/model-description';

/** The row on screen. One for each page; the sections of models inject it to load again what they changed. */
@Injectable()
export class OpenRow {
  private readonly address = signal<string | null>(null);
  private readonly answer = httpResource<Row>(() => this.address() ?? undefined);
  private readonly loaded = linkedSignal<{ address: string | null; row: Row | null }, LoadedRow | null>({
    source: () => ({ address: this.address(), row: this.answer.hasValue() ? this.answer.value() : null }),
    computation: ({ address, row }, previous) => {
      if (row) return { address, row };
      // Loading again, or failed to: what is known stays.
      return previous?.value?.address === address ? previous.value : null;
    },
  });

  readonly row = computed(() => this.loaded()?.row ?? null);
  readonly error = computed(() => this.answer.error());

  open(model: ModelDescription, id: number): void {
    this.address.set(model.one?.(id) ?? null);
  }

  /** Takes over what the API says the row is now. */
  accept(row: Row): void {
    this.loaded.update((loaded) => loaded && { ...loaded, row });
  }

  reload(): void {
    this.answer.reload();
  }
}

interface LoadedRow {
  address: string | null;
  row: Row;
}
