import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Theme } from '../../core/theme/theme';
import { ThemePicker } from './theme-picker';

describe('ThemePicker', () => {
  beforeEach(() => localStorage.clear());

  it('shows the theme in force, and changes it', async () => {
    await render(ThemePicker);
    expect(screen.getByRole('radio', { name: 'System theme' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Dark theme' }));
    expect(TestBed.inject(Theme).choice()).toBe('dark');
    expect(screen.getByRole('radio', { name: 'Dark theme' })).toBeChecked();
  });
});
