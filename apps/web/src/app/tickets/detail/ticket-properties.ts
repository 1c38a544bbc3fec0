import { Dialog } from '@angular/cdk/dialog';
import { Component, computed, inject, input, viewChild } from '@angular/core';
import {
  RATING_LIMITS,
  TAG_LIMITS,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TICKET_TRANSITIONS,
  type TagRef,
  type TicketCategory,
  type TicketPriority,
  type TicketStatus,
  type TicketView,
  type UserRef,
} from '@ticketing/contracts';
import { ActionButton } from '../../core/actions/action-button';
import { AuthStore } from '../../core/session/auth-store';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { TimeAgo } from '../../ui/time-ago';
import { assign, changeCategory, changePriority, changeStatus, retag } from '../data/ticket-edit';
import { TicketMuteStore } from '../data/ticket-mute-store';
import { TicketStore } from '../data/ticket-store';
import { PriorityIcon } from '../look/priority-icon';
import { StatusIcon } from '../look/status-icon';
import { TagPicker } from '../look/tag-picker';
import { CATEGORY_WORDS, PRIORITY_WORDS, statusWords } from '../look/ticket-words';
import { AssigneePicker } from './assignee-picker';
import { JiraIssues } from './jira-issues';
import { PropertySelect } from './property-select';
import { StatusDialog } from './status-dialog';

/** What a ticket is, besides its conversation. Each property saves by itself; who may not change one reads it. */
@Component({
  selector: 'app-ticket-properties',
  imports: [
    ActionButton,
    AssigneePicker,
    Avatar,
    Icon,
    JiraIssues,
    PriorityIcon,
    PropertySelect,
    StatusIcon,
    TagPicker,
    TimeAgo,
  ],
  templateUrl: './ticket-properties.html',
  host: { class: 'block' },
})
export class TicketProperties {
  readonly ticket = input.required<TicketView>();

  private readonly store = inject(TicketStore);
  private readonly auth = inject(AuthStore);
  private readonly dialog = inject(Dialog);
  private readonly tagPicker = viewChild(TagPicker);

  protected readonly mayAdminister = computed(() => this.auth.me()?.can.administer ?? false);
  protected readonly muted = inject(TicketMuteStore).muted;
  protected readonly mostTags = TAG_LIMITS.perTicket;
  protected readonly bestScore = RATING_LIMITS.score.max;
  protected readonly categoryWords = CATEGORY_WORDS;
  protected readonly priorityWords = PRIORITY_WORDS;
  protected readonly statusWord = computed(() => statusWords(this.ticket())[this.ticket().status]);
  protected readonly statuses = computed(() => {
    const { status } = this.ticket();
    const words = statusWords(this.ticket());
    const legal = TICKET_STATUSES.filter(
      (next) => next === status || TICKET_TRANSITIONS[status].includes(next),
    );
    return legal.map((value) => ({ value, label: words[value] }));
  });
  protected readonly priorities = TICKET_PRIORITIES.toReversed().map((value) => ({
    value,
    label: PRIORITY_WORDS[value],
  }));
  protected readonly categories = TICKET_CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }));

  /** Puts the cursor into the field for tags. */
  focusTags(): void {
    this.tagPicker()?.focus();
  }

  protected setStatus(status: string): void {
    this.save(changeStatus(this.ticket(), status as TicketStatus));
  }

  protected setPriority(priority: string): void {
    this.save(changePriority(this.ticket(), priority as TicketPriority));
  }

  protected setCategory(category: string): void {
    this.save(changeCategory(this.ticket(), category as TicketCategory));
  }

  protected setAssignee(assignee: UserRef | null): void {
    this.save(assign(this.ticket(), assignee, this.auth.me()));
  }

  protected setTags(tags: TagRef[]): void {
    this.save(retag(this.ticket(), tags));
  }

  protected changeWithFeedback(): void {
    this.dialog.open(StatusDialog, {
      ariaLabel: 'Change status',
      panelClass: 'dialog-pane',
      backdropClass: 'overlay-backdrop',
      data: this.ticket(),
    });
  }

  private save(edit: ReturnType<typeof changeStatus>): void {
    void this.store.edit(this.ticket().id, edit);
  }
}
