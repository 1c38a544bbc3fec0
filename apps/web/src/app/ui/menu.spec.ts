import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { MenuButton } from './menu';

async function renderMenu() {
  const picked = jest.fn();
  await render(MenuButton, {
    inputs: {
      label: 'Sort',
      options: [
        { id: 'new', label: 'Newest first', checked: true },
        { id: 'old', label: 'Oldest first' },
      ],
    },
    on: { picked },
  });
  return { picked, button: screen.getByRole('button', { name: 'Sort' }) };
}

describe('MenuButton', () => {
  it('opens, and tells what was picked', async () => {
    const { picked, button } = await renderMenu();
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    await userEvent.click(button);
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Oldest first' }));
    expect(picked).toHaveBeenCalledWith('old');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });

  it('says which option is the chosen one', async () => {
    const { button } = await renderMenu();
    await userEvent.click(button);
    expect(await screen.findByRole('menuitem', { name: /Newest first.*chosen/ })).toBeInTheDocument();
  });

  it('works by keys alone', async () => {
    const { picked, button } = await renderMenu();
    button.focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('menu');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(picked).toHaveBeenCalledWith('old');
  });
});
