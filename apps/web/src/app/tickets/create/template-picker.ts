import { httpResource } from '@angular/common/http';
import { Component, type ElementRef, computed, input, linkedSignal, output, viewChild } from '@angular/core';
import type { CreateTicketRequest, TicketTemplate, TicketTemplateList } from '@ticketing/contracts';
import { Button } from '../../ui/button';
import { ButtonRow } from '../../ui/button-row';
import { Control } from '../../ui/control';
import { Field } from '../../ui/field';
import { clearedOf, filledFrom, replacesText } from './template-filling';

/**
 * What a new ticket can start from; nothing where there are no templates. Asks before it replaces what somebody typed,
 * and not in a dialog: on some systems the arrow keys choose as they pass.
 */
@Component({
  selector: 'app-template-picker',
  imports: [Button, ButtonRow, Control, Field],
  template: `
    @if (templates().length > 0) {
      <ui-field label="Start from a template">
        <select #select uiControl (change)="choose($event)">
          <option value="" [selected]="shown() === null">No template</option>
          @for (template of templates(); track template.id) {
            <option [value]="template.id" [selected]="shown() === template">{{ template.name }}</option>
          }
        </select>
      </ui-field>
      <div aria-live="polite">
        @if (asked(); as template) {
          <div class="mt-2 flex flex-col gap-2 rounded-control bg-selected px-3 py-2 text-small">
            <p>Replace what you have typed with “{{ template.name }}”?</p>
            <div uiButtonRow>
              <button uiButton type="button" (click)="replace(template)">Replace</button>
              <button uiButton look="ghost" type="button" (click)="keepText()">Keep my text</button>
            </div>
          </div>
        }
      </div>
    }
  `,
  host: { '[class]': 'classes()' },
})
export class TemplatePicker {
  readonly ticket = input.required<CreateTicketRequest>();
  readonly filled = output<CreateTicketRequest>();

  private readonly answer = httpResource<TicketTemplateList>(() => '/api/templates/');
  /** None while they load, or cannot be loaded: a ticket can be written without. */
  protected readonly templates = computed(() => (this.answer.hasValue() ? this.answer.value().results : []));
  private readonly current = computed(() => this.byId(this.ticket().template_id));
  /** The template that would replace typed text. Whatever changes the ticket makes the question an old one. */
  protected readonly asked = linkedSignal<CreateTicketRequest, TicketTemplate | null>({
    source: this.ticket,
    computation: () => null,
  });
  protected readonly shown = computed(() => this.asked() ?? this.current());

  /** As high while they load as with them: nothing below jumps. */
  protected readonly classes = computed(() => {
    if (this.answer.isLoading()) return 'block h-[54px] max-lg:h-[66px]';
    return this.templates().length > 0 ? 'block' : 'hidden';
  });
  private readonly select = viewChild<ElementRef<HTMLElement>>('select');

  protected choose(event: Event): void {
    const template = this.byId(Number((event.target as HTMLSelectElement).value));
    this.asked.set(null);
    if (!template) this.filled.emit(clearedOf(this.ticket(), this.current()));
    else if (replacesText(this.ticket(), template, this.current())) this.asked.set(template);
    else this.fillIn(template);
  }

  protected replace(template: TicketTemplate): void {
    this.fillIn(template);
    this.goBack();
  }

  protected keepText(): void {
    this.asked.set(null);
    this.goBack();
  }

  private fillIn(template: TicketTemplate): void {
    this.filled.emit(filledFrom(this.ticket(), template, this.current()));
  }

  /** The button that was pressed goes, and with it the cursor. */
  private goBack(): void {
    this.select()?.nativeElement.focus();
  }

  private byId(wanted: number | undefined): TicketTemplate | null {
    return this.templates().find(({ id }) => id === wanted) ?? null;
  }
}
