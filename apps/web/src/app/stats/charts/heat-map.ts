import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ticketsWords } from '../words/number-words';
import { type FigureTable, largest } from './figure-table';
import { RovingLinks } from './roving-links';

/** How much of the accent there is in a cell, by how many of the most there are; the text on it is always legible. */
const STEPS = [
  { upTo: 0, accent: 0, text: 'text-faint' },
  { upTo: 0.25, accent: 14, text: 'text-text' },
  { upTo: 0.5, accent: 28, text: 'text-text' },
  { upTo: 0.75, accent: 46, text: 'text-text' },
  { upTo: 1, accent: 100, text: 'text-on-accent' },
] as const;

/** A cell for each hour of the week, the fuller the stronger, with its number where there is room. */
@Component({
  selector: 'app-heat-map',
  imports: [RouterLink, RovingLinks],
  template: `
    <div class="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted">
      <span class="flex items-center gap-1" aria-hidden="true">
        <span class="mr-1">None</span>
        @for (background of scale; track background) {
          <span class="size-3 rounded-chip" [style.background]="background"></span>
        }
        <span class="ml-1">{{ most() }}</span>
      </span>
      <span class="ml-auto min-h-4.5 font-medium text-text tabular-nums max-sm:ml-0 max-sm:w-full">{{
        current() ?? ''
      }}</span>
    </div>
    <div
      class="grid grid-cols-[auto_repeat(24,minmax(0,1fr))] gap-0.5 text-meta tabular-nums"
      appRovingLinks
      [attr.role]="hasLinks() ? 'group' : 'img'"
      [attr.aria-label]="label()"
      (focusout)="current.set(null)"
      (pointerleave)="current.set(null)"
    >
      @for (row of rows(); track row.name) {
        <span class="pr-2 leading-6 text-muted" aria-hidden="true">{{ row.name.slice(0, 3) }}</span>
        @for (cell of row.cells; track $index) {
          @if (cell.open; as params) {
            <a
              routerLink="/tickets"
              [attr.aria-label]="cell.label"
              [attr.tabindex]="cell.isFirst ? 0 : -1"
              [class]="cell.classes"
              [queryParams]="params"
              [style.background]="cell.background"
              (focus)="current.set(cell.label)"
              (pointerenter)="current.set(cell.label)"
              ><span class="max-lg:hidden" aria-hidden="true">{{ cell.value }}</span></a
            >
          } @else {
            <span
              aria-hidden="true"
              [class]="cell.classes"
              [style.background]="cell.background"
              (pointerenter)="current.set(cell.label)"
              ><span class="max-lg:hidden">{{ cell.value }}</span></span
            >
          }
        }
      }
      <span></span>
      @for (hour of hours; track hour) {
        <span class="col-span-3 text-muted" aria-hidden="true">{{ hour }}</span>
      }
    </div>
  `,
  host: { class: 'block' },
})
export class HeatMap {
  /** Seven days of 24 hours. */
  readonly table = input.required<FigureTable>();
  readonly label = input.required<string>();

  protected readonly current = linkedSignal<FigureTable, string | null>({
    source: this.table,
    computation: () => null,
  });
  protected readonly hours = Array.from({ length: 8 }, (_, index) => `${index * 3}h`);
  protected readonly scale = STEPS.map(({ accent }) => backgroundOf(accent));
  protected readonly most = computed(() =>
    largest(
      this.table(),
      this.table().columns.map((_, hour) => hour),
    ),
  );
  protected readonly rows = computed(() => {
    const max = this.most();
    return this.table().rows.map(({ name, cells }, day) => ({
      name,
      cells: cells.map(({ value, open }, hour) => ({
        ...lookOf((value ?? 0) / max),
        value: value || '',
        open,
        isFirst: day === 0 && hour === 0,
        label: `${name}, ${this.table().columns[hour]?.label}: ${ticketsWords(value ?? 0)}`,
      })),
    }));
  });
  protected readonly hasLinks = computed(() =>
    this.rows().some(({ cells }) => cells.some(({ open }) => open)),
  );
}

function lookOf(share: number): { classes: string; background: string } {
  const { accent, text } = STEPS.find(({ upTo }) => share <= upTo) ?? STEPS[4];
  return {
    classes: `flex h-6 items-center justify-center rounded-chip ${text}`,
    background: backgroundOf(accent),
  };
}

function backgroundOf(accent: number): string {
  return `color-mix(in srgb, var(--color-accent) ${accent}%, var(--color-hover))`;
}
