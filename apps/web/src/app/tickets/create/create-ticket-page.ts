import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { TicketView } from '@ticketing/contracts';
import { Toaster } from '../../ui/toaster';
import { CreateTicketForm } from './create-ticket-form';

/** The page of the form; afterwards one lands on the new ticket. */
@Component({
  selector: 'app-create-ticket-page',
  imports: [CreateTicketForm],
  template: `
    <div class="mx-auto w-full max-w-2xl px-4 py-6 lg:py-10">
      <h1 class="text-h1 font-semibold">New ticket</h1>
      <p class="mt-1 mb-6 text-muted">Tell us what you need. We answer on the ticket.</p>
      <app-create-ticket-form (created)="open($event)" (cancelled)="leave()" />
    </div>
  `,
  host: { class: 'block h-full overflow-y-auto' },
})
export class CreateTicketPage {
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);

  protected open({ id }: TicketView): void {
    this.toaster.done(`Ticket #${id} created.`);
    void this.router.navigate(['/tickets', id]);
  }

  protected leave(): void {
    void this.router.navigate(['/tickets']);
  }
}
