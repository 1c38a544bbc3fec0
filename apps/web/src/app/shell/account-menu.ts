import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { AuthStore } from '../core/session/auth-store';
import { THEME_CHOICES, Theme } from '../core/theme/theme';
import { THEME_WORDS } from '../core/theme/theme-words';
import { Avatar } from '../ui/avatar';
import { type MenuOption, MenuButton } from '../ui/menu';

/** Where those may go, by the name of the page, who administer. */
const ADMIN_PAGES: MenuOption[] = [
  { id: 'stats', label: 'Stats', icon: 'chart' },
  { id: 'admin', label: 'Admin', icon: 'sliders' },
];
const PAGES = ['account', ...ADMIN_PAGES.map(({ id }) => id)];

/** Who is signed in, the account, the theme, and the way out. */
@Component({
  selector: 'app-account-menu',
  imports: [Avatar, MenuButton],
  template: `
    @if (me(); as person) {
      <ui-menu
        class="w-full"
        shape="normal"
        triggerClass="min-w-0 px-1.5! xl:w-full max-xl:justify-center"
        [label]="'Account of ' + person.name"
        [options]="options()"
        (picked)="pick($event)"
      >
        <ui-avatar [name]="person.name" [picture]="person.avatar" />
        <span class="min-w-0 truncate text-text max-xl:sr-only">{{ person.name }}</span>
      </ui-menu>
    }
  `,
  host: { class: 'block' },
})
export class AccountMenu {
  private readonly auth = inject(AuthStore);
  private readonly router = inject(Router);
  private readonly theme = inject(Theme);

  protected readonly me = this.auth.me;
  private readonly mayAdminister = computed(() => {
    const me = this.me();
    return me?.can.administer && !me.must_set_up_two_factor;
  });
  protected readonly options = computed<MenuOption[]>(() => [
    { id: 'account', label: 'Your account', icon: 'user' },
    ...(this.mayAdminister() ? ADMIN_PAGES : []),
    ...THEME_CHOICES.map((id) => ({ id, ...THEME_WORDS[id], checked: id === this.theme.choice() })),
    { id: 'sign-out', label: 'Sign out', icon: 'logout' },
  ]);

  protected pick(id: string): void {
    const theme = THEME_CHOICES.find((choice) => choice === id);
    if (theme) this.theme.choose(theme);
    else if (PAGES.includes(id)) void this.router.navigate([`/${id}`]);
    else void this.auth.logout();
  }
}
