import { Component, inject } from '@angular/core';
import { THEME_CHOICES, Theme } from '../../core/theme/theme';
import { THEME_WORDS } from '../../core/theme/theme-words';
import { Icon } from '../../ui/icon';
import { AccountSection } from '../account-section';

/** How the app looks on this device. */
@Component({
  selector: 'app-theme-picker',
  imports: [AccountSection, Icon],
  template: `
    <app-account-section heading="Appearance" text="On this device.">
      <fieldset class="grid gap-2 sm:grid-cols-3">
        <legend class="sr-only">Theme</legend>
        @for (choice of choices; track choice) {
          <label
            class="flex min-h-11 items-center gap-2 rounded-control border border-line px-3 hover:bg-hover has-checked:border-accent has-checked:bg-selected"
          >
            <input
              class="accent-accent"
              type="radio"
              name="theme"
              [value]="choice"
              [checked]="theme.choice() === choice"
              (change)="theme.choose(choice)"
            />
            <ui-icon class="text-muted" [name]="words[choice].icon" />
            {{ words[choice].label }}
          </label>
        }
      </fieldset>
    </app-account-section>
  `,
})
export class ThemePicker {
  protected readonly theme = inject(Theme);
  protected readonly choices = THEME_CHOICES;
  protected readonly words = THEME_WORDS;
}
