import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { AuditModel } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { BlankState } from '../../ui/blank-state';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { AuditPages } from '../data/audit-pages';
import { fieldWordsOf } from '../data/field-words';
import { OpenRow } from '../data/open-row';
import { PageHeading } from '../look/page-heading';
import type { ModelDescription } from '../registry/model-description';
import { EntryView } from './entry-view';

/** Everything that happened to one row, newest first: who, when, and each field old and new. */
@Component({
  selector: 'app-row-history',
  imports: [BlankState, Button, EntryView, Notice, PageHeading, Skeleton],
  providers: [AuditPages, OpenRow],
  templateUrl: './row-history.html',
  host: { class: 'block overflow-y-auto bg-subtle' },
})
export class RowHistory {
  readonly model = input.required<ModelDescription>();
  readonly history = input.required<AuditModel>();
  readonly id = input.required<number>();

  private readonly open = inject(OpenRow);
  protected readonly pages = inject(AuditPages);
  protected readonly sentenceFor = sentenceFor;
  protected readonly words = computed(() => fieldWordsOf(this.model()));
  /** As the row is called now; what is gone, as it was called then. */
  protected readonly name = computed(() => {
    const row = this.open.row();
    if (row) return this.model().title(row);
    return this.pages.entries()?.find(({ object }) => object?.title)?.object?.title ?? this.model().singular;
  });

  constructor() {
    const title = inject(Title);
    effect(() => {
      const [model, history, id] = [this.model(), this.history(), this.id()];
      untracked(() => {
        this.open.open(model, id);
        this.pages.show(history, id);
      });
    });
    effect(() => title.setTitle(`History of ${this.name()}`));
  }
}
