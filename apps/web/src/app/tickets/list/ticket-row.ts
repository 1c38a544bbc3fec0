import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACTIVE_TICKET_STATUSES, type TicketSummary, type TicketStatus } from '@ticketing/contracts';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { TimeAgo } from '../../ui/time-ago';
import { PriorityBadge } from '../look/priority-badge';
import { StatusBadge } from '../look/status-badge';
import { TagChip } from '../look/tag-chip';
import { plainExcerpt } from './plain-excerpt';

/** So many tags have room; of more, their number is told. */
const SHOWN_TAGS = 2;

/** A ticket in the list: a link with what one needs to choose it. */
@Component({
  selector: 'app-ticket-row',
  imports: [Avatar, Icon, PriorityBadge, RouterLink, StatusBadge, TagChip, TimeAgo],
  templateUrl: './ticket-row.html',
  host: { class: 'block' },
})
export class TicketRow {
  readonly ticket = input.required<TicketSummary>();
  /** Whether this ticket is the one that is open beside the list. */
  readonly current = input(false);

  /** Whether there may be more to come. */
  protected readonly active = computed(() =>
    (ACTIVE_TICKET_STATUSES as readonly TicketStatus[]).includes(this.ticket().status),
  );
  protected readonly tags = computed(() => this.ticket().tags.slice(0, SHOWN_TAGS));
  protected readonly moreTags = computed(() => this.ticket().tags.length - this.tags().length);
  protected readonly tagWords = computed(() =>
    this.ticket()
      .tags.map(({ name }) => name)
      .join(', '),
  );
  protected readonly preview = computed(() => {
    const comment = this.ticket().latest_comment;
    return (
      comment && {
        from: comment.author.name.split(' ')[0],
        text: plainExcerpt(comment.excerpt),
        internal: comment.is_internal,
      }
    );
  });
}
