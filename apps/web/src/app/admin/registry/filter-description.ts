import type { Role } from '@ticketing/contracts';
import type { Option, OptionsOf } from './field-description';
import type { Row } from './model-description';

/**
 * What narrows a list. Everything that is chosen stands in the address, under the key by which the API knows it, and
 * as a chip that takes it away again.
 */
export type FilterDescription<T extends Row> =
  ChoiceFilter<T> | FlagFilter<T> | DatesFilter | PersonFilter | IdFilter;

interface AnyFilter {
  /** As the API and the address bar call it. */
  key: string;
  label: string;
}

/** A closed set. */
export interface ChoiceFilter<T extends Row> extends AnyFilter {
  kind?: 'choice';
  /** Several values may be chosen. */
  many?: boolean;
  /** What can be chosen; the rows are those loaded so far. */
  options(rows: readonly T[]): Option[];
  /** What else can be chosen, as the API knows it: it takes the place of `options` as soon as it is there. */
  load?: OptionsOf;
  /** What is chosen while nobody has chosen anything. */
  usual?: readonly string[];
  /** The value of a row, in lists that come whole. */
  of?(row: T): string;
}

/** Yes, no, or either: `true` and `false` to the API. */
export interface FlagFilter<T extends Row> extends AnyFilter {
  kind: 'flag';
  /** What the two are called; `Yes` and `No`, unless said otherwise. */
  words?: { yes: string; no: string };
  /** What is chosen while nobody has chosen anything: so there is no third. */
  usual?: boolean;
  /** The value of a row, in lists that come whole. */
  of?(row: T): boolean;
}

/** Days, both inclusive, by the clock of whoever looks. The API gets moments: `after` inclusive, `before` exclusive. */
export interface DatesFilter extends AnyFilter {
  kind: 'dates';
  /** Parameters of the API and the address: `created_after`. */
  after: string;
  before: string;
}

/** A person, found by name. */
export interface PersonFilter extends AnyFilter {
  kind: 'person';
  /** Only people with that role are found. */
  role?: Role;
  /** What can be chosen besides: `me`, nobody. */
  besides?: readonly Option[];
}

/** The number of something: of a ticket. */
export interface IdFilter extends AnyFilter {
  kind: 'id';
  /** What the field says: `Number of the ticket`. */
  asks: string;
}
