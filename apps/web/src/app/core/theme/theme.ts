import { DOCUMENT, Service, effect, inject, signal } from '@angular/core';
import { LocalStore } from '../storage/local-store';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** Also read by `public/theme.js`, before the app runs. */
const THEME_KEY = 'ticketing.theme';

/** Light, dark, or as the system says. */
@Service()
export class Theme {
  private readonly store = inject(LocalStore);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal(readChoice(this.store.read(THEME_KEY)));
  readonly choice = this.chosen.asReadonly();

  constructor() {
    effect(() => this.show(this.chosen()));
  }

  /** Changes the theme now and for later visits. */
  choose(choice: ThemeChoice): void {
    this.chosen.set(choice);
    this.store.write(THEME_KEY, choice);
  }

  private show(choice: ThemeChoice): void {
    if (choice === 'system') delete this.root.dataset['theme'];
    else this.root.dataset['theme'] = choice;
  }
}

function readChoice(stored: string | null): ThemeChoice {
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system';
}
