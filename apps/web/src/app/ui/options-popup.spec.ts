import { Combobox } from '@angular/aria/combobox';
import { Component, signal } from '@angular/core';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { OptionsPopup } from './options-popup';

const WORDS = ['printer', 'paper', 'ink'].map((value) => ({ value, label: value }));

@Component({
  imports: [Combobox, OptionsPopup],
  template: `
    <input
      #origin
      #combobox="ngCombobox"
      ngCombobox
      aria-label="Words"
      [(expanded)]="open"
      [(value)]="text"
    />
    <ui-options-popup
      empty="None has that name."
      label="All words"
      many
      [chosen]="chosen()"
      [combobox]="combobox"
      [open]="open()"
      [options]="options()"
      [origin]="origin"
      (picked)="turn($event)"
    />
  `,
})
class Words {
  readonly open = signal(false);
  readonly text = signal('');
  readonly chosen = signal<readonly string[]>(['ink']);
  options() {
    return WORDS.filter(({ label }) => label.includes(this.text()));
  }
  turn(value: string): void {
    this.chosen.update((all) => (all.includes(value) ? all.filter((one) => one !== value) : [...all, value]));
  }
}

async function renderWords() {
  const { fixture } = await render(Words);
  const user = userEvent.setup();
  await user.type(screen.getByRole('combobox', { name: 'Words' }), 'p');
  const list = within(await screen.findByRole('listbox', { name: 'All words' }));
  return { list, user, chosen: fixture.componentInstance.chosen };
}

describe('OptionsPopup', () => {
  it('takes several options, one by one, and lets them go again', async () => {
    const { chosen, list, user } = await renderWords();
    await user.click(list.getByRole('option', { name: 'paper' }));
    expect(chosen()).toEqual(['ink', 'paper']);
    expect(list.getByRole('option', { name: 'paper', selected: true })).toBeVisible();
    await user.click(list.getByRole('option', { name: 'printer' }));
    await user.click(list.getByRole('option', { name: 'paper' }));
    expect(chosen()).toEqual(['ink', 'printer']);
  });

  it('keeps what is chosen and not found', async () => {
    const { chosen, list, user } = await renderWords();
    expect(list.queryByRole('option', { name: 'ink' })).not.toBeInTheDocument();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(chosen()).toEqual(['ink', 'paper']);
  });

  it('says that nothing was found', async () => {
    const { list, user } = await renderWords();
    await user.keyboard('zz');
    expect(list.getByText('None has that name.')).toBeVisible();
  });
});
