import { Component, DOCUMENT, inject, input, signal } from '@angular/core';
import type { StatsPeriod } from '@ticketing/contracts';
import { saveFile } from '../core/files/save-file';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { uniqueId } from '../ui/unique-id';
import { Bars } from './charts/bars';
import { tableCsv } from './charts/figure-table';
import { HeatMap } from './charts/heat-map';
import { Lines } from './charts/lines';
import { Stacks } from './charts/stacks';
import { TableTwin } from './charts/table-twin';
import type { Figure } from './data/figure';
import { Definition } from './definition';

/** A question with its answer in a sentence, drawn; as a table and as a file, too. */
@Component({
  selector: 'app-figure-card',
  imports: [Bars, Button, Definition, HeatMap, Icon, Lines, Stacks, TableTwin],
  templateUrl: './figure-card.html',
  host: { class: 'block min-w-0' },
})
export class FigureCard {
  readonly figure = input.required<Figure>();
  readonly period = input.required<StatsPeriod>();

  private readonly document = inject(DOCUMENT);
  protected readonly headingId = uniqueId('figure');
  protected readonly tableId = uniqueId('figure-table');
  protected readonly showsTable = signal(false);

  protected toggleTable(): void {
    this.showsTable.update((shown) => !shown);
  }

  protected download(): void {
    const { key, table } = this.figure();
    const { from, to } = this.period();
    const file = new Blob([tableCsv(table)], { type: 'text/csv;charset=utf-8' });
    saveFile(this.document, file, `${key}-${from}-${to}.csv`);
  }
}
