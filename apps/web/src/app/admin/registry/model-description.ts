import type { InputSignal, Type } from '@angular/core';
import type { AccountAbilities } from '@ticketing/contracts';
import type { IconName } from '../../ui/icon-paths';
import type { AdminApi } from '../data/admin-api';
import type { ListPlace } from '../data/list-place';
import type { BadgeValue, FieldDescription, FormFieldDescription, Option, Typed } from './field-description';

/** Anything that the admin area lists. */
export interface Row {
  id: number;
}

/**
 * All that the admin area knows about one kind of thing. Index, list, page and forms are generated from it.
 * Members that take a row are written as methods on purpose: so models of every kind fit into one registry.
 */
export interface ModelDescription<T extends Row = Row> {
  /** Its part of the address: `/admin/jobs`. */
  key: string;
  singular: string;
  plural: string;
  icon: IconName;
  /** One sentence: what these are. */
  text: string;
  /** Who gets to see them at all. */
  allowed(can: AccountAbilities): boolean;
  list: ListDescription<T>;
  /** What one of them is called. */
  title(row: T): string;
  /** How it is, beside its name. */
  badge?(row: T): BadgeValue | null;
  /** What somebody who opens it must know first. */
  notice?(row: T): { kind: 'info' | 'danger'; text: string } | null;
  /** What waits for somebody; the index counts it. */
  attention?: AttentionDescription<T>;
  /** Address of one in the API. Without it, what the list knows is all there is to see. */
  one?(id: number): string;
  sections: SectionDescription<T>[];
  actions: ActionDescription<T>[];
  form?: FormDescription<T>;
  /** What an answer of the API shows this once only. */
  secretOf?(answer: T): OneTimeSecret | null;
}

export interface ListDescription<T extends Row> {
  /** Address in the API. */
  url: string;
  /** All rows come in one answer: they are filtered and sorted here. */
  whole?: boolean;
  columns: ColumnDescription<T>[];
  filters: FilterDescription<T>[];
  /** What the field for words to search says; without it there is none. */
  search?: string;
  /** What an empty list means, and what to do. */
  empty: { heading: string; text: string };
  /** What can be done with all of them at once. */
  actions?: ListActionDescription[];
}

/** A column. The first one leads to the row. */
export type ColumnDescription<T extends Row> = FieldDescription<T> & {
  /** Only in lists that come whole. */
  sortable?: boolean;
  /** Not shown until somebody chooses it. */
  hidden?: boolean;
  /** Takes the room that is left. */
  grows?: boolean;
};

/** A closed set that narrows a list. */
export interface FilterDescription<T extends Row> {
  /** As the API and the address bar call it. */
  key: string;
  label: string;
  /** Several values may be chosen. */
  many?: boolean;
  /** What can be chosen; the rows are those loaded so far. */
  options(rows: readonly T[]): Option[];
  /** What is chosen while nobody has chosen anything. */
  usual?: readonly string[];
  /** The value of a row, in lists that come whole. */
  of?(row: T): string;
}

export interface AttentionDescription<T extends Row> {
  /** Parameters of the list that finds them. */
  params: Record<string, string>;
  /** Which of the rows found count; all, unless said otherwise. */
  counts?(row: T): boolean;
  /** `many` is a number, or `100+`. */
  words(many: string): string;
}

/** A part of the page of one row: its fields, or a component of the model's own with an input `row`. */
export interface SectionDescription<T extends Row> {
  heading: string;
  when?(row: T): boolean;
  fields?: FieldDescription<T>[];
  view?: Type<{ row: InputSignal<unknown> }>;
}

/** What can be done with rows. */
export interface ActionDescription<T extends Row> {
  id: string;
  label: string;
  icon: IconName;
  danger?: boolean;
  /** Also with several selected rows. */
  bulk?: boolean;
  when?(row: T): boolean;
  /** What is asked before; without it the action runs at once. */
  confirm?(rows: readonly T[]): Confirmation;
  /** Resolves to the row as it is now; null when it is gone. */
  run(row: T, api: AdminApi, typed: Typed): Promise<T | null>;
  /** What is told afterwards. */
  said(count: number): string;
  /** The way back, offered for ten seconds. */
  undo?(row: T, api: AdminApi): Promise<T | null>;
}

/** What can be done with a whole list. */
export interface ListActionDescription {
  id: string;
  label: string;
  icon: IconName;
  when?(place: ListPlace): boolean;
  confirm?(place: ListPlace): Confirmation;
  /** Resolves to what is told afterwards. */
  run(place: ListPlace, api: AdminApi): Promise<string>;
}

/** A question before something happens. */
export interface Confirmation {
  heading: string;
  text: string;
  /** What will happen, one line each. */
  effects?: readonly string[];
  /** The verb on the button. */
  button: string;
  danger?: boolean;
  /** What has to be known first. */
  asks?: FormFieldDescription[];
}

export interface FormDescription<T extends Row> {
  fields: FormFieldDescription<T>[];
  /** Without it none can be made. */
  create?(typed: Typed, api: AdminApi): Promise<T>;
  update(row: T, typed: Typed, api: AdminApi): Promise<T>;
}

/** Something to copy now or never. */
export interface OneTimeSecret {
  heading: string;
  text: string;
  secret: string;
}
