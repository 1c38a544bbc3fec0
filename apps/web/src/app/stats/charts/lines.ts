import { Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { numberWords } from '../words/number-words';
import { type FigureColumn, type FigureRow, type FigureTable, cellWords, largest } from './figure-table';
import { namedColumns, pointsOf, topOf } from './line-scale';
import { RovingLinks } from './roving-links';

/** The two ways to draw a line: solid with dots, dashed with squares. */
const STROKES = [
  { line: 'stroke-open', dash: '', point: 'bg-open rounded-full' },
  { line: 'stroke-resolved', dash: '5 3', point: 'border-2 border-resolved bg-raised' },
] as const;

/** Lines over time. Each point leads to its list; the one pointed at is read out above. */
@Component({
  selector: 'app-lines',
  imports: [RouterLink, RovingLinks],
  templateUrl: './lines.html',
  host: { class: 'block' },
})
export class Lines {
  readonly table = input.required<FigureTable>();
  /** Which columns are drawn: two at most. */
  readonly drawn = input.required<readonly number[]>();

  protected readonly current = linkedSignal<FigureTable, number | null>({
    source: this.table,
    computation: () => null,
  });
  protected readonly reading = computed(() => {
    const row = this.table().rows[this.current() ?? -1];
    return row
      ? `${row.name}: ${this.columns()
          .map((column) => this.wordsOf(column, row))
          .join(', ')}`
      : null;
  });
  private readonly top = computed(() => topOf(largest(this.table(), this.drawn())));
  protected readonly ticks = computed(() => [1, 0.5, 0].map((share) => numberWords(this.top() * share)));
  protected readonly names = computed(() => {
    const { rows } = this.table();
    return namedColumns(rows.length, 6).map((index) => ({
      name: rows[index]?.short ?? rows[index]?.name ?? '',
      x: ((index + 0.5) / rows.length) * 100,
    }));
  });
  private readonly columns = computed(() =>
    this.drawn().flatMap((index) => this.table().columns[index] ?? []),
  );
  protected readonly series = computed(() =>
    this.columns().map((column, index) => this.seriesOf(column, index)),
  );
  /** Left edge and width of the column pointed at. */
  protected readonly band = computed(() => {
    const index = this.current();
    const width = 100 / Math.max(1, this.table().rows.length);
    return index === null ? null : { left: index * width, width };
  });

  protected pointAt(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const count = this.table().rows.length;
    const index = Math.floor(((event.clientX - left) / width) * count);
    this.current.set(Math.min(Math.max(index, 0), count - 1));
  }

  private seriesOf(column: FigureColumn, index: number) {
    const at = this.drawn()[index] ?? 0;
    const { rows } = this.table();
    const points = pointsOf(
      rows.map(({ cells }) => cells[at]?.value ?? 0),
      this.top(),
    );
    return {
      label: column.label,
      name: `${column.label}, by ${this.table().corner.toLowerCase()}`,
      look: STROKES[index] ?? STROKES[0],
      path: points.map(({ x, y }) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' '),
      points: rows.map((row, place) => ({
        ...(points[place] ?? { x: 0, y: 0 }),
        label: `${row.name}: ${this.wordsOf(column, row)}`,
        open: row.cells[at]?.open ?? null,
      })),
    };
  }

  private wordsOf(column: FigureColumn, { cells }: FigureRow): string {
    const cell = cells[this.table().columns.indexOf(column)];
    return cell ? `${cellWords(column, cell)} ${column.label.toLowerCase()}` : '';
  }
}
