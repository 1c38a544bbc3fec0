import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BlankState } from '../../ui/blank-state';
import { Button } from '../../ui/button';

/** Stands where an address leads nowhere. */
@Component({
  selector: 'app-not-here',
  imports: [BlankState, Button, RouterLink],
  template: `
    <h1 class="sr-only">Not found</h1>
    <ui-blank-state
      icon="search"
      heading="There is nothing here"
      text="It may have been deleted, or the address is wrong."
    >
      <a uiButton routerLink="/admin">Back to Admin</a>
    </ui-blank-state>
  `,
  host: { class: 'flex h-full items-center justify-center' },
})
export class NotHere {}
