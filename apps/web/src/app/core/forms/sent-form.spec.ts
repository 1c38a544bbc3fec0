import { HttpErrorResponse } from '@angular/common/http';
import { Component, input, linkedSignal, signal } from '@angular/core';
import { FormField, FormRoot, required } from '@angular/forms/signals';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { makeProblem } from '../../../testing/make';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { sentForm } from './sent-form';

@Component({
  imports: [Control, Field, FormField, FormRoot],
  template: `
    <form [formRoot]="form.fields">
      @if (form.failure(); as message) {
        <p role="alert">{{ message }}</p>
      }
      <ui-field label="Street" [of]="form.fields.street">
        <input uiControl [formField]="form.fields.street" />
      </ui-field>
      <ui-field label="Town" [of]="form.fields.town">
        <input uiControl [formField]="form.fields.town" />
      </ui-field>
      <button type="submit">Send</button>
    </form>
  `,
})
class Address {
  readonly sent = signal<object[]>([]);
  answer: () => Promise<void> = () => Promise.resolve();
  readonly form = sentForm(
    { street: 'Ring 1', town: '' },
    (path) => required(path.town, { message: 'Town is missing.' }),
    (typed) => {
      this.sent.update((all) => [...all, typed]);
      return this.answer();
    },
  );
}

@Component({
  imports: [Control, Field, FormField, FormRoot],
  template: `
    <form [formRoot]="form.fields">
      <ui-field label="Town" [of]="form.fields.town">
        <input uiControl [formField]="form.fields.town" />
      </ui-field>
      <button type="submit">Send</button>
    </form>
  `,
})
class TownOf {
  readonly town = input.required<string>();
  readonly sent = signal<object[]>([]);
  private readonly typed = linkedSignal(() => ({ town: this.town() }));
  readonly form = sentForm(
    this.typed,
    () => undefined,
    (typed) => {
      this.sent.update((all) => [...all, typed]);
      return Promise.resolve();
    },
  );
}

async function renderAddress() {
  const { fixture } = await render(Address);
  const user = userEvent.setup();
  const send = () => user.click(screen.getByRole('button', { name: 'Send' }));
  return { address: fixture.componentInstance, send, user };
}

function refusal(...errors: { pointer: string; detail: string }[]) {
  const error = makeProblem(400, 'Something is wrong.', errors);
  return () => Promise.reject(new HttpErrorResponse({ status: 400, error }));
}

describe('a sent form', () => {
  it('starts with what an input says, too', async () => {
    const { fixture } = await render(TownOf, { inputs: { town: 'Wien' } });
    expect(screen.getByLabelText('Town')).toHaveValue('Wien');
    await userEvent.type(screen.getByLabelText('Town'), ' 3');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(fixture.componentInstance.sent()).toEqual([{ town: 'Wien 3' }]);
  });

  it('starts with the texts it is given and sends what was typed', async () => {
    const { address, send, user } = await renderAddress();
    await user.type(screen.getByLabelText('Town'), 'Wien');
    await send();
    expect(address.sent()).toEqual([{ street: 'Ring 1', town: 'Wien' }]);
  });

  it('is not sent while a rule is broken; the cursor goes where', async () => {
    const { address, send } = await renderAddress();
    await send();
    expect(address.sent()).toEqual([]);
    expect(await screen.findByText('Town is missing.')).toBeVisible();
    expect(screen.getByLabelText('Town')).toHaveFocus();
  });

  it('shows at each field what the server says about it', async () => {
    const { address, send, user } = await renderAddress();
    address.answer = refusal(
      { pointer: '/street', detail: 'No such street.' },
      { pointer: '/town', detail: 'No such town.' },
    );
    await user.type(screen.getByLabelText('Town'), 'Nowhere');
    await send();
    expect(await screen.findByText('No such street.')).toBeVisible();
    expect(screen.getByLabelText('Town')).toHaveAccessibleDescription('No such town.');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says once what belongs to no field, until it is sent again', async () => {
    const { address, send, user } = await renderAddress();
    address.answer = refusal({ pointer: '/country', detail: 'Not ours.' });
    await user.type(screen.getByLabelText('Town'), 'Wien');
    await send();
    expect(await screen.findByRole('alert')).toHaveTextContent('Something is wrong.');
    address.answer = () => Promise.resolve();
    await send();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
