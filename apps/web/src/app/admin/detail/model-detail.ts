import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { sentenceFor, statusOf } from '../../core/http/problem';
import { BlankState } from '../../ui/blank-state';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { TimeAgo } from '../../ui/time-ago';
import { ActionRunner } from '../data/action-runner';
import { actionsFor, deletedAt } from '../data/model-actions';
import { OpenRow } from '../data/open-row';
import { FrozenField } from '../form/frozen-field';
import { ModelForm } from '../form/model-form';
import { AdminSection } from '../look/admin-section';
import { NotHere } from '../look/not-here';
import { PageHeading } from '../look/page-heading';
import { DELETED, ToneBadge } from '../look/tone-badge';
import type { ActionDescription, ModelDescription, Row } from '../registry/model-description';
import { FieldList } from './field-list';
import { SectionView } from './section-view';

/** One row: what can be done with it, its form, and its sections. */
@Component({
  selector: 'app-model-detail',
  imports: [
    AdminSection,
    BlankState,
    Button,
    FieldList,
    FrozenField,
    Icon,
    ModelForm,
    NotHere,
    Notice,
    PageHeading,
    RouterLink,
    SectionView,
    Skeleton,
    TimeAgo,
    ToneBadge,
  ],
  providers: [OpenRow],
  templateUrl: './model-detail.html',
  host: { class: 'block overflow-y-auto bg-subtle' },
})
export class ModelDetail {
  readonly model = input.required<ModelDescription>();
  readonly id = input.required<number>();

  private readonly router = inject(Router);
  private readonly title = inject(Title);
  protected readonly open = inject(OpenRow);
  protected readonly runner = inject(ActionRunner);

  protected readonly sentenceFor = sentenceFor;
  protected readonly missing = computed(() => statusOf(this.open.error()) === 404);
  protected readonly actions = computed(() => {
    const row = this.open.row();
    return row ? actionsFor(this.model(), row) : [];
  });
  protected readonly sections = computed(() => {
    const row = this.open.row();
    return row ? this.model().sections.filter(({ when }) => when?.(row) ?? true) : [];
  });

  protected readonly deleted = DELETED;
  protected readonly deletedAt = computed(() => {
    const row = this.open.row();
    return row && deletedAt(this.model(), row);
  });

  constructor() {
    effect(() => {
      const [model, id] = [this.model(), this.id()];
      untracked(() => this.open.open(model, id));
    });
    effect(() => {
      const row = this.open.row();
      this.title.setTitle(row ? this.model().title(row) : this.model().singular);
    });
  }

  protected async run(action: ActionDescription<Row>, row: Row): Promise<void> {
    const outcome = await this.runner.run(this.model(), action, [row], () => this.open.reload());
    if (!outcome) return;
    if (outcome.gone.length > 0) await this.router.navigate(['/admin', this.model().key]);
    for (const changed of outcome.changed) this.open.accept(changed);
  }

  protected async saved(row: Row): Promise<void> {
    this.open.accept(row);
    await this.runner.showSecrets(this.model(), [row]);
  }
}
