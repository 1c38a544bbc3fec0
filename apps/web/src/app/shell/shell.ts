import { Dialog } from '@angular/cdk/dialog';
import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { ActionRegistry } from '../core/actions/action-registry';
import { HelpSheet } from '../core/actions/help-sheet';
import { Shortcuts } from '../core/actions/shortcuts';
import { Live } from '../core/live/live';
import { AuthStore } from '../core/session/auth-store';
import { Bell } from '../notifications/index';
import { AccountMenu } from './account-menu';
import { BottomBar } from './bottom-bar';
import { SideNav } from './side-nav';
import { Logo } from '../ui/logo';
import { Toaster } from '../ui/toaster';

/** What surrounds every page of signed-in people: navigation, and the page in the middle. */
@Component({
  selector: 'app-shell',
  imports: [AccountMenu, Bell, BottomBar, Logo, RouterOutlet, SideNav],
  templateUrl: './shell.html',
  host: { class: 'block h-full' },
})
export class Shell {
  private readonly router = inject(Router);
  private readonly dialog = inject(Dialog);
  protected readonly me = inject(AuthStore).me;
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    const toaster = inject(Toaster);
    inject(ActionRegistry).offer([
      {
        id: 'ticket.create',
        label: 'Create new ticket',
        group: 'Everywhere',
        key: 'c',
        icon: 'plus',
        run: () => void this.router.navigate(['/tickets/new']),
      },
      {
        id: 'help.shortcuts',
        label: 'Keyboard shortcuts',
        group: 'Everywhere',
        key: '?',
        icon: 'keyboard',
        run: () => this.showHelp(),
      },
      {
        id: 'toast.undo',
        label: 'Undo',
        group: 'Everywhere',
        key: 'z',
        icon: 'undo',
        when: () => toaster.undoable() !== null,
        run: () => toaster.undo(),
      },
    ]);
    inject(Shortcuts).listen();
    inject(Live).start();
  }

  protected skipToContent(event: Event): void {
    // The address of the link would reload the app: <base href> turns "#main" into "/#main".
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  private showHelp(): void {
    this.dialog.open(HelpSheet, {
      ariaLabel: 'Keyboard shortcuts',
      panelClass: 'dialog-pane',
      backdropClass: 'overlay-backdrop',
    });
  }
}
