import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { IntegrationCallView, IntegrationTestResult, IntegrationView, Page } from '@ticketing/contracts';
import { sentenceFor } from '../../../core/http/problem';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Toaster } from '../../../ui/toaster';
import { AdminApi } from '../../data/admin-api';
import { OpenRow } from '../../data/open-row';
import { AdminSection } from '../../look/admin-section';
import { CallLine } from './call-line';
import { TestResult } from './test-result';

/** What was sent to an integration and what came back; to try it out, and to send again what did not get through. */
@Component({
  selector: 'app-delivery-log',
  imports: [AdminSection, Button, CallLine, Icon, Notice, Skeleton, TestResult],
  templateUrl: './delivery-log.html',
  host: { class: 'block' },
})
export class DeliveryLog {
  readonly row = input.required<unknown>();

  private readonly api = inject(AdminApi);
  private readonly toaster = inject(Toaster);
  private readonly open = inject(OpenRow);

  private readonly url = computed(() => `/api/admin/integrations/${(this.row() as IntegrationView).id}/`);
  protected readonly answer = httpResource<Page<IntegrationCallView>>(() => `${this.url()}calls/`);
  /** The first page, and those that were asked for since. */
  private readonly pages = linkedSignal<Page<IntegrationCallView> | null, Page<IntegrationCallView> | null>({
    source: () => (this.answer.hasValue() ? this.answer.value() : null),
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  protected readonly calls = computed(() => this.pages()?.results ?? null);
  protected readonly hasMore = computed(() => (this.pages()?.next_cursor ?? null) !== null);
  protected readonly test = signal<IntegrationTestResult | null>(null);
  protected readonly busy = signal<'test' | 'replay' | 'more' | null>(null);
  protected readonly failure = computed(() => sentenceFor(this.answer.error()));

  protected sendTest(): Promise<void> {
    return this.during('test', async () => {
      this.test.set(null);
      this.test.set(await this.api.post<IntegrationTestResult>(`${this.url()}test/`));
      this.reload();
    });
  }

  protected replay({ id }: IntegrationCallView): Promise<void> {
    return this.during('replay', async () => {
      await this.api.post(`${this.url()}calls/${id}/replay/`);
      this.toaster.done('It is sent again.');
      this.reload();
    });
  }

  protected loadMore(): Promise<void> {
    return this.during('more', async () => {
      const cursor = this.pages()?.next_cursor;
      if (!cursor) return;
      const next = await this.api.get<Page<IntegrationCallView>>(`${this.url()}calls/`, { cursor });
      this.pages.update((page) => page && { ...next, results: [...page.results, ...next.results] });
    });
  }

  protected reload(): void {
    this.answer.reload();
    // Whether it gets through may be known only now.
    this.open.reload();
  }

  private async during(work: 'test' | 'replay' | 'more', run: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(work);
    try {
      await run();
    } catch (error) {
      this.toaster.failed(sentenceFor(error));
    } finally {
      this.busy.set(null);
    }
  }
}
