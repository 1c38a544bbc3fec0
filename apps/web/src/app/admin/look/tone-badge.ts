import { Component, input } from '@angular/core';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon-paths';
import type { BadgeValue } from '../registry/field-description';

const TONES = {
  good: { icon: 'check', classes: 'bg-resolved-tint text-resolved' },
  bad: { icon: 'alert', classes: 'bg-urgent-tint text-urgent' },
  new: { icon: 'inbox', classes: 'bg-open-tint text-open' },
  busy: { icon: 'activity', classes: 'bg-progress-tint text-progress' },
  waiting: { icon: 'clock', classes: 'bg-pending-tint text-pending' },
  quiet: { icon: 'info', classes: 'bg-closed-tint text-closed' },
} as const satisfies Record<BadgeValue['tone'], { icon: IconName; classes: string }>;

/** Of rows that can be restored. */
export const DELETED: BadgeValue = { label: 'Deleted', tone: 'quiet' };

/** A state: shape, colour and word. */
@Component({
  selector: 'app-tone-badge',
  imports: [Icon],
  template: `
    @let look = tones[of().tone];
    <span
      class="inline-flex items-center gap-1 rounded-chip px-1.5 py-0.5 text-meta font-medium whitespace-nowrap"
      [class]="look.classes"
    >
      <ui-icon [name]="of().icon ?? look.icon" [size]="13" />{{ of().label }}
    </span>
  `,
  host: { class: 'inline-flex align-middle' },
})
export class ToneBadge {
  readonly of = input.required<BadgeValue>();
  protected readonly tones = TONES;
}
