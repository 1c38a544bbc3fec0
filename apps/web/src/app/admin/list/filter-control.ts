import { Component, computed, inject, input, linkedSignal, output, resource } from '@angular/core';
import type { UserRef } from '@ticketing/contracts';
import { Button } from '../../ui/button';
import { ChoicesButton } from '../../ui/choices-button';
import { Icon } from '../../ui/icon';
import { PopoverButton } from '../../ui/popover-button';
import { AdminApi } from '../data/admin-api';
import { choicesFor } from '../data/filter-choices';
import { rangeWords } from '../data/filter-days';
import { isChoice, isSet, type ListPlace, withoutFilter } from '../data/list-place';
import { PeopleNames } from '../data/people-names';
import { PersonField } from '../form/person-field';
import type { DatesFilter, FilterDescription, PersonFilter } from '../registry/filter-description';
import type { Row } from '../registry/model-description';
import { DaysForm } from './days-form';
import { IdForm } from './id-form';

/** One filter: a chip that says what is chosen, opens to choose, and can be taken away. */
@Component({
  selector: 'app-filter-control',
  imports: [Button, ChoicesButton, DaysForm, Icon, IdForm, PersonField, PopoverButton],
  templateUrl: './filter-control.html',
  host: { class: 'inline-flex max-w-full' },
})
export class FilterControl {
  readonly filter = input.required<FilterDescription<Row>>();
  readonly place = input.required<ListPlace>();
  /** As loaded: what can be chosen may depend on it. */
  readonly rows = input.required<readonly Row[]>();
  readonly went = output<ListPlace>();

  private readonly api = inject(AdminApi);
  private readonly names = inject(PeopleNames);
  private readonly loaded = resource({
    params: () => {
      const filter = this.filter();
      return isChoice(filter) ? filter.load : undefined;
    },
    loader: ({ params }) => params(this.api),
  });
  protected readonly isSet = computed(() => isSet(this.filter(), this.place()));
  /** Closed again whenever something was chosen. */
  protected readonly open = linkedSignal({ source: () => this.place(), computation: () => false });
  protected readonly words = computed(() => {
    const filter = this.filter();
    if (filter.kind === 'dates') return rangeWords(this.one(filter.after), this.one(filter.before));
    const value = this.one(filter.key);
    if (value === undefined) return 'Any';
    return filter.kind === 'person' ? this.whoWords(filter, value) : `#${value}`;
  });

  protected many(param: string): readonly string[] {
    return this.place().filters[param] ?? [];
  }

  protected one(param: string): string | undefined {
    return this.many(param)[0];
  }

  protected choices(filter: Extract<FilterDescription<Row>, { kind?: 'choice' | 'flag' }>) {
    const loaded = this.loaded.hasValue() ? this.loaded.value() : undefined;
    return choicesFor(filter, this.rows(), this.many(filter.key), loaded);
  }

  protected choose(param: string, values: readonly string[]): void {
    this.goTo({ [param]: values });
  }

  protected chooseDays({ after, before }: DatesFilter, { from, to }: { from: string; to: string }): void {
    this.goTo({ [after]: [from], [before]: [to] });
  }

  protected choosePerson(param: string, person: UserRef): void {
    this.names.know(person);
    this.choose(param, [String(person.id)]);
  }

  protected remove(): void {
    this.went.emit(withoutFilter(this.filter(), this.place()));
  }

  private whoWords({ besides = [] }: PersonFilter, value: string): string {
    return besides.find((option) => option.value === value)?.label ?? this.names.nameOf(value);
  }

  /** Empty values are none. */
  private goTo(chosen: Record<string, readonly string[]>): void {
    const filters = Object.fromEntries(
      Object.entries(chosen).map(([param, values]) => [param, values.filter((value) => value !== '')]),
    );
    this.went.emit({ ...this.place(), filters: { ...this.place().filters, ...filters } });
  }
}
