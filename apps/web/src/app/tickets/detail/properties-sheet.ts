import { Component, inject } from '@angular/core';
import { DialogFrame } from '../../ui/dialog-frame';
import { OpenTicketStore } from '../data/open-ticket-store';
import { TicketProperties } from './ticket-properties';

/** The properties where there is no room beside the conversation: at the side, or from below on a phone. */
@Component({
  selector: 'app-properties-sheet',
  imports: [DialogFrame, TicketProperties],
  template: `
    <ui-dialog-frame heading="Properties">
      @if (open.ticket(); as ticket) {
        <app-ticket-properties [ticket]="ticket" />
      }
    </ui-dialog-frame>
  `,
  host: { class: 'flex w-full min-h-0' },
})
export class PropertiesSheet {
  protected readonly open = inject(OpenTicketStore);
}
