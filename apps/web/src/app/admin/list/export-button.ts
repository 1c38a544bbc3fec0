import { Component, DOCUMENT, inject, input, signal } from '@angular/core';
import type { DownloadLink, DownloadRequest } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Toaster } from '../../ui/toaster';
import { AdminApi } from '../data/admin-api';
import { csvOf } from '../data/csv';
import { type ListPlace, requestParams } from '../data/list-place';
import { EXPORT_LIMIT, ModelListStore } from '../data/model-list-store';
import { followDownload, saveFile } from '../../core/files/save-file';
import type { ColumnDescription, ModelDescription, Row } from '../registry/model-description';

/**
 * Saves everything that fits the filters, not only what is loaded: as the API streams it, or else with the columns
 * shown.
 */
@Component({
  selector: 'app-export-button',
  imports: [Button, Icon],
  template: `
    <button uiButton type="button" [attr.aria-disabled]="busy()" (click)="export()">
      <ui-icon name="download" [size]="15" />{{ busy() ? 'Exporting…' : 'Export CSV' }}
    </button>
  `,
  host: { class: 'inline-flex' },
})
export class ExportButton {
  readonly model = input.required<ModelDescription>();
  readonly place = input.required<ListPlace>();
  readonly columns = input.required<readonly ColumnDescription<Row>[]>();

  private readonly api = inject(AdminApi);
  private readonly store = inject(ModelListStore);
  private readonly toaster = inject(Toaster);
  private readonly document = inject(DOCUMENT);
  protected readonly busy = signal(false);

  protected async export(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      const { exportUrl } = this.model().list;
      await (exportUrl ? this.download(exportUrl) : this.make());
    } catch (error) {
      this.toaster.failed(sentenceFor(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** The browser itself streams it to the disk, however much it is. */
  private async download(exportUrl: string): Promise<void> {
    const params = searchParams(requestParams(this.model(), this.place()));
    const path = params ? `${exportUrl}?${params}` : exportUrl;
    const { url } = await this.api.post<DownloadLink>('/api/admin/downloads/', {
      path,
    } satisfies DownloadRequest);
    followDownload(this.document, url);
    this.toaster.done('The download has begun.');
  }

  private async make(): Promise<void> {
    const { rows, isAll } = await this.store.everything();
    const file = new Blob([csvOf(this.columns(), rows)], { type: 'text/csv;charset=utf-8' });
    saveFile(this.document, file, `${this.model().key}.csv`);
    const limit = isAll ? '' : ` There are more: only the first ${EXPORT_LIMIT} were.`;
    const many = rows.length === 1 ? '1 row' : `${rows.length} rows`;
    this.toaster.done(`${many} exported.${limit}`);
  }
}

function searchParams(params: Record<string, string | readonly string[]>): string {
  const pairs = Object.entries(params).flatMap(([key, values]) =>
    [values].flat().map((value) => [key, value as string]),
  );
  return new URLSearchParams(pairs).toString();
}
