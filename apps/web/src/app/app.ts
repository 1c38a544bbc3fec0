import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Theme } from './core/theme/theme';
import { ToastOutlet } from './ui/toast-outlet';

/** The root: whatever the router shows, and the messages above it. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ToastOutlet],
  template: `
    <router-outlet />
    <ui-toast-outlet />
  `,
})
export class App {
  // Lives from the start, so that the chosen theme is on every page.
  protected readonly theme = inject(Theme);
}
