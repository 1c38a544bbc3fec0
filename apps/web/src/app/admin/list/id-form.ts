import { Component, input, output, signal } from '@angular/core';
import { LIMITS } from '@ticketing/contracts';
import { Button } from '../../ui/button';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';

/** Asks for the number of something. */
@Component({
  selector: 'app-id-form',
  imports: [Button, Control, Field],
  template: `
    <form class="flex w-64 flex-col gap-3 p-3" novalidate (submit)="send($event, id.value)">
      <ui-field [label]="asks()">
        <input #id uiControl autocomplete="off" inputmode="numeric" [value]="start()" />
      </ui-field>
      @if (wrong()) {
        <p class="-mt-2 text-small text-danger" role="alert">This is not a number.</p>
      }
      <button uiButton look="primary" type="submit">Apply</button>
    </form>
  `,
})
export class IdForm {
  readonly asks = input.required<string>();
  readonly start = input.required<string>();
  /** Empty: none. */
  readonly chosen = output<string>();

  protected readonly wrong = signal(false);

  protected send(event: Event, text: string): void {
    event.preventDefault();
    const id = text.trim().replace(/^#/, '');
    this.wrong.set(id !== '' && !isId(id));
    if (!this.wrong()) this.chosen.emit(id);
  }
}

function isId(text: string): boolean {
  return /^[1-9]\d*$/.test(text) && Number(text) <= LIMITS.id.max;
}
