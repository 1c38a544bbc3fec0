import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

function theme(): Theme {
  const service = TestBed.inject(Theme);
  TestBed.tick();
  return service;
}

describe('Theme', () => {
  beforeEach(() => localStorage.clear());

  it('follows the system unless told otherwise', () => {
    expect(theme().choice()).toBe('system');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('shows the chosen theme and remembers it for theme.js', () => {
    theme().choose('dark');
    TestBed.tick();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('ticketing.theme')).toBe('dark');
  });

  it('starts with the theme that was chosen before', () => {
    localStorage.setItem('ticketing.theme', 'light');
    expect(theme().choice()).toBe('light');
  });

  it('takes nonsense in the storage for no choice', () => {
    localStorage.setItem('ticketing.theme', 'pink');
    expect(theme().choice()).toBe('system');
  });
});
