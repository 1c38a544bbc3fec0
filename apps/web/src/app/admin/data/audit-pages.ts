import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { AuditEntry, AuditModel, Page } from '@ticketing/contracts';
import { AdminApi } from './admin-api';

const URL = '/api/admin/audit_log/';

/** What happened to one thing, newest first, as far as it was loaded. One for each page. */
@Injectable()
export class AuditPages {
  private readonly api = inject(AdminApi);
  private readonly params = signal<Record<string, string> | null>(null);
  private readonly first = httpResource<Page<AuditEntry>>(() => {
    const params = this.params();
    return params ? { url: URL, params } : undefined;
  });
  /** The first page, and those that were asked for since. */
  private readonly pages = linkedSignal<Page<AuditEntry> | null, Page<AuditEntry> | null>({
    source: () => (this.first.hasValue() ? this.first.value() : null),
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  private readonly more = signal<'idle' | 'loading' | 'failed'>('idle');

  /** Null until they are known. */
  readonly entries = computed(() => this.pages()?.results ?? null);
  readonly error = computed(() => this.first.error());
  readonly hasMore = computed(() => (this.pages()?.next_cursor ?? null) !== null);
  /** Whether the next page is being loaded, or could not be. */
  readonly moreState = this.more.asReadonly();

  show(model: AuditModel, id: number): void {
    this.params.set({ model, object: String(id) });
  }

  reload(): void {
    this.first.reload();
  }

  async loadMore(): Promise<void> {
    const [params, cursor] = [this.params(), this.pages()?.next_cursor];
    if (!params || !cursor || this.more() === 'loading') return;
    this.more.set('loading');
    try {
      const next = await this.api.get<Page<AuditEntry>>(URL, { ...params, cursor });
      this.pages.update((page) => page && { ...next, results: [...page.results, ...next.results] });
      this.more.set('idle');
    } catch {
      this.more.set('failed');
    }
  }
}
