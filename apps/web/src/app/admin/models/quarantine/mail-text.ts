import { DOCUMENT, Component, computed, inject, input, signal } from '@angular/core';
import type { InboundMailView } from '@ticketing/contracts';
import { sentenceFor } from '../../../core/http/problem';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Toaster } from '../../../ui/toaster';
import { AdminApi } from '../../data/admin-api';
import { AdminSection } from '../../look/admin-section';
import { saveFile } from '../../../core/files/save-file';
import { sizeWords } from './mail-words';

/** What a mail says, as plain text whatever it was, and what it brought along. Links in it are not to be clicked. */
@Component({
  selector: 'app-mail-text',
  imports: [AdminSection, Button, Icon],
  template: `
    <app-admin-section heading="Message">
      @if (mail().source) {
        <button beside uiButton type="button" [attr.aria-disabled]="loading()" (click)="download()">
          <ui-icon name="download" [size]="15" />{{ loading() ? 'Downloading…' : 'Download source' }}
        </button>
      }
      @if (mail().text) {
        <p
          class="max-h-128 overflow-y-auto whitespace-pre-wrap wrap-anywhere max-lg:text-title"
          tabindex="0"
          [textContent]="mail().text.trim()"
        ></p>
      } @else {
        <p class="text-muted">It says nothing.</p>
      }
      @if (mail().attachments.length > 0) {
        <h3 class="mt-4 text-small font-semibold text-muted">Attachments</h3>
        <ul class="mt-1 flex flex-col gap-1 text-small">
          @for (attachment of mail().attachments; track $index) {
            <li class="wrap-anywhere">
              {{ attachment.filename ?? 'Without a name' }}
              <span class="text-muted">{{ attachment.content_type }}, {{ sizeWords(attachment.size) }}</span>
            </li>
          }
        </ul>
      }
    </app-admin-section>
  `,
  host: { class: 'block' },
})
export class MailText {
  readonly row = input.required<unknown>();

  private readonly api = inject(AdminApi);
  private readonly toaster = inject(Toaster);
  private readonly document = inject(DOCUMENT);
  protected readonly mail = computed(() => this.row() as InboundMailView);
  protected readonly loading = signal(false);
  protected readonly sizeWords = sizeWords;

  protected async download(): Promise<void> {
    const { id, source } = this.mail();
    if (!source || this.loading()) return;
    this.loading.set(true);
    try {
      saveFile(this.document, await this.api.file(source), `mail-${id}.eml`);
    } catch (error) {
      this.toaster.failed(sentenceFor(error));
    } finally {
      this.loading.set(false);
    }
  }
}
