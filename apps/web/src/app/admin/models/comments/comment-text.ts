import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AdminComment } from '@ticketing/contracts';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Markdown } from '../../../ui/markdown';
import { AdminSection } from '../../look/admin-section';

/** What a comment says, and the way to where it was said. */
@Component({
  selector: 'app-comment-text',
  imports: [AdminSection, Button, Icon, Markdown, RouterLink],
  template: `
    <app-admin-section heading="Comment">
      @if (!comment().deleted_at) {
        <a
          beside
          uiButton
          [routerLink]="['/tickets', comment().ticket]"
          [fragment]="'comment-' + comment().id"
        >
          <ui-icon name="message" [size]="15" />Show in the conversation
        </a>
      }
      <ui-markdown class="max-lg:text-title" [source]="comment().content" />
    </app-admin-section>
  `,
  host: { class: 'block' },
})
export class CommentText {
  readonly row = input.required<unknown>();

  protected readonly comment = computed(() => this.row() as AdminComment);
}
