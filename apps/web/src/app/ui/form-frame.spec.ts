import { Component, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { FormFrame } from './form-frame';

@Component({
  imports: [FormFrame],
  template: `
    <ui-form-frame submitLabel="Send" busyLabel="Sending…" [of]="form">
      <p>Fields</p>
      <button beside type="button">Cancel</button>
    </ui-form-frame>
  `,
})
class Letter {
  readonly failure = signal<string | null>(null);
  /** Lets the sending end. */
  end = (): void => undefined;
  sendings = 0;
  readonly form = {
    fields: form(signal({ text: '' }), { submission: { action: () => this.send() } }),
    failure: this.failure,
  };

  private send(): Promise<undefined> {
    this.sendings += 1;
    return new Promise((resolve) => (this.end = () => resolve(undefined)));
  }
}

async function renderLetter() {
  const { fixture } = await render(Letter);
  return { letter: fixture.componentInstance, user: userEvent.setup() };
}

describe('FormFrame', () => {
  it('says on its button that the form is under way, and sends it once', async () => {
    const { letter, user } = await renderLetter();
    await user.click(screen.getByRole('button', { name: 'Send' }));
    const busy = await screen.findByRole('button', { name: 'Sending…' });
    expect(busy).toHaveAttribute('aria-disabled', 'true');
    await user.click(busy);
    expect(letter.sendings).toBe(1);
    letter.end();
    expect(await screen.findByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'false');
  });

  it('says above the fields what failed', async () => {
    const { letter } = await renderLetter();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    letter.failure.set('The database is away.');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The database is away.');
    expect(alert.compareDocumentPosition(screen.getByText('Fields'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('has other buttons beside the one that sends', async () => {
    await renderLetter();
    const [send, cancel] = screen.getAllByRole('button');
    expect(send).toHaveAccessibleName('Send');
    expect(cancel).toHaveAccessibleName('Cancel');
    expect(cancel?.parentElement).toBe(send?.parentElement);
  });
});
