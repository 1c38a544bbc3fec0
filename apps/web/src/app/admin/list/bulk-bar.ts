import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { MenuButton } from '../../ui/menu';
import type { IconName } from '../../ui/icon-paths';
import { actionsOf } from '../data/model-actions';
import { wideScreen } from '../look/wide-screen';
import type { BulkActionDescription } from '../registry/bulk-action-description';
import type { ActionDescription, ModelDescription, Row } from '../registry/model-description';
import type { Selection } from './selection';

/** More actions than these do not fit into one line; the first ones do, beside the menu of the others. */
const MOST = 5;
const FIRST = 3;

/** What can be done, and what does it. */
interface Offer {
  id: string;
  label: string;
  icon: IconName;
  danger: boolean;
  run(): void;
}

/** How many rows are selected, and what can be done with them. Not there while none are. */
@Component({
  selector: 'app-bulk-bar',
  imports: [Button, Icon, MenuButton, NgTemplateOutlet],
  templateUrl: './bulk-bar.html',
})
export class BulkBar {
  readonly model = input.required<ModelDescription>();
  readonly selection = input.required<Selection>();
  /** How many rows are loaded. */
  readonly loaded = input.required<number>();
  readonly busy = input(false);
  readonly acted = output<ActionDescription<Row>>();
  readonly actedOnAll = output<BulkActionDescription<Row>>();

  protected readonly count = computed(() => this.selection().rows().length);
  private readonly wide = wideScreen();
  private readonly offers = computed(() => [...this.offersForAll(), ...this.offersForEach()]);
  /** As buttons: all that fit; what is dangerous is in sight wherever there is room. */
  protected readonly shown = computed(() => {
    const offers = this.offers();
    if (offers.length <= 1) return offers;
    if (!this.wide()) return [];
    return offers.length <= MOST ? offers : offers.filter(({ danger }, at) => danger || at < FIRST);
  });
  protected readonly folded = computed(() => this.offers().filter((offer) => !this.shown().includes(offer)));
  protected readonly menuLabel = computed(() => (this.wide() ? 'More' : 'Actions'));

  protected pick(id: string): void {
    if (!this.busy())
      this.folded()
        .find((offer) => offer.id === id)
        ?.run();
  }

  /** What is done by one request: its preview says which rows it does not fit. */
  private offersForAll(): Offer[] {
    const rows = this.selection().rows();
    return (this.model().bulkActions ?? [])
      .filter(({ when }) => !when || rows.some((row) => when(row)))
      .map((action) => offerOf(action, action.label, () => this.actedOnAll.emit(action)));
  }

  /** An action that fits only some of the rows says how many. What one request can do is not done row by row. */
  private offersForEach(): Offer[] {
    const rows = this.selection().rows();
    const { bulkActions = [] } = this.model();
    return actionsOf(this.model())
      .filter(({ bulk, id }) => bulk && !bulkActions.some((action) => action.id === id))
      .map((action) => ({ action, able: rows.filter((row) => action.when?.(row) ?? true).length }))
      .filter(({ able }) => able > 0)
      .map(({ action, able }) => {
        const label = able === rows.length ? action.label : `${action.label} (${able})`;
        return offerOf(action, label, () => this.acted.emit(action));
      });
  }
}

function offerOf(
  { id, icon, danger = false }: Pick<ActionDescription<Row>, 'id' | 'icon' | 'danger'>,
  label: string,
  run: () => void,
): Offer {
  return { id, label, icon, danger, run };
}
