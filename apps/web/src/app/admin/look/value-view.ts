import { Component, booleanAttribute, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Avatar } from '../../ui/avatar';
import { Markdown } from '../../ui/markdown';
import { TimeAgo } from '../../ui/time-ago';
import { type FieldDescription, valueOf } from '../registry/field-description';
import type { Row } from '../registry/model-description';
import { ToneBadge } from './tone-badge';

/** What a field shows of a row; a dash where there is nothing. */
@Component({
  selector: 'app-value-view',
  imports: [Avatar, Markdown, RouterLink, TimeAgo, ToneBadge],
  template: `
    @let shown = value();
    @if (shown.value === null || shown.value === '') {
      <span class="text-faint" aria-hidden="true">–</span><span class="sr-only">None</span>
    } @else {
      @switch (shown.kind) {
        @case ('badge') {
          <app-tone-badge [of]="shown.value" />
        }
        @case ('time') {
          <ui-time [at]="shown.value" />
        }
        @case ('due') {
          <ui-time ahead [at]="shown.value" />
        }
        @case ('link') {
          <a
            class="inline-block max-w-full truncate align-middle leading-6 text-link hover:underline"
            [queryParams]="shown.value.params"
            [routerLink]="shown.value.path"
            >{{ shown.value.label }}</a
          >
        }
        @case ('person') {
          <span class="inline-flex items-center gap-1.5 align-middle">
            <ui-avatar [name]="shown.value.name" [picture]="shown.value.avatar" [size]="20" />
            {{ shown.value.name }}
          </span>
        }
        @case ('markdown') {
          @if (lines()) {
            <ui-markdown [source]="shown.value" />
          } @else {
            <span [textContent]="shown.value" [title]="shown.value"></span>
          }
        }
        @case ('code') {
          <code class="font-mono text-meta">{{ shown.value }}</code>
        }
        @case ('number') {
          <span class="tabular-nums">{{ shown.value }}</span>
        }
        @default {
          <span [class]="textClass()" [textContent]="shown.value" [title]="lines() ? '' : shown.value"></span>
        }
      }
    }
  `,
})
export class ValueView {
  readonly field = input.required<FieldDescription<Row>>();
  readonly row = input.required<Row>();
  /** Whether the lines of a text are kept. */
  readonly lines = input(false, { transform: booleanAttribute });

  protected readonly textClass = computed(() => (this.lines() ? 'whitespace-pre-wrap' : ''));
  protected readonly value = computed(() => valueOf(this.field(), this.row()));
}
