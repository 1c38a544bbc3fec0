import { render, screen, waitFor } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ChoicesButton } from './choices-button';

const CHOICES = ['Red', 'Green', 'Blue'].map((label) => ({ value: label.toLowerCase(), label }));

async function renderButton(inputs: { chosen: string[]; many?: boolean }) {
  const picked = jest.fn<void, [string[]]>();
  await render(ChoicesButton, { inputs: { label: 'Colour', choices: CHOICES, ...inputs }, on: { picked } });
  const user = userEvent.setup();
  return { picked, user, open: () => user.click(screen.getByRole('button', { name: /^Colour/ })) };
}

describe('ChoicesButton', () => {
  it.each([
    [[], 'Colour: Any'],
    [['red'], 'Colour: Red'],
    [['red', 'blue'], 'Colour: 2 chosen'],
  ])('says what is chosen: %j', async (chosen, name) => {
    await renderButton({ chosen, many: true });
    expect(screen.getByRole('button', { name })).toBeVisible();
  });

  it('lets choose one, and closes', async () => {
    const { open, picked, user } = await renderButton({ chosen: ['red'] });
    await open();
    expect(screen.getByRole('option', { name: 'Red' })).toHaveAttribute('aria-selected', 'true');
    await user.click(screen.getByRole('option', { name: 'Blue' }));
    expect(picked.mock.calls).toEqual([[['blue']]]);
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });

  it('is used by keys alone', async () => {
    const { picked, user } = await renderButton({ chosen: ['red'] });
    await user.tab();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('option', { name: 'Red' })).toHaveFocus());
    await user.keyboard('{ArrowDown}{Enter}');
    expect(picked.mock.calls).toEqual([[['green']]]);
  });

  it('lets choose several, and stays open', async () => {
    const { open, picked, user } = await renderButton({ chosen: ['red'], many: true });
    await open();
    await user.click(screen.getByRole('option', { name: 'Blue' }));
    expect(picked.mock.calls[0]?.[0].toSorted()).toEqual(['blue', 'red']);
    expect(screen.getByRole('listbox', { name: 'Colour' })).toBeVisible();
  });
});
