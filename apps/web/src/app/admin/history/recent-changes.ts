import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuditEntry, Page } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { TimeAgo } from '../../ui/time-ago';
import { actorWords, pathOf, typeWords } from '../data/entry-words';

const SHOWN = '10';

/** What was changed last, whatever it was, with the way to it. */
@Component({
  selector: 'app-recent-changes',
  imports: [Avatar, Icon, Notice, RouterLink, Skeleton, TimeAgo],
  templateUrl: './recent-changes.html',
  host: { class: 'block' },
})
export class RecentChanges {
  protected readonly sentenceFor = sentenceFor;
  protected readonly answer = httpResource<Page<AuditEntry>>(() => ({
    url: '/api/admin/audit_log/',
    params: { limit: SHOWN },
  }));
  protected readonly entries = computed(() =>
    this.answer.hasValue()
      ? this.answer.value().results.map((entry) => ({
          ...entry,
          what: typeWords(entry.type),
          who: actorWords(entry),
          path: pathOf(entry),
        }))
      : null,
  );
}
