import { Component, computed, input } from '@angular/core';
import { markdownHtml } from './markdown-html';

/** Markdown that somebody wrote, as formatted text. Angular sanitises the HTML. */
@Component({
  selector: 'ui-markdown',
  template: `<div class="markdown" [innerHTML]="html()"></div>`,
  host: { class: 'block min-w-0' },
})
export class Markdown {
  readonly source = input.required<string>();

  protected readonly html = computed(() => markdownHtml(this.source()));
}
