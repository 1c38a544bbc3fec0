import type { InputSignal, Type } from '@angular/core';
import type { AccountAbilities, AuditModel } from '@ticketing/contracts';
import type { IconName } from '../../ui/icon-paths';
import type { AdminApi } from '../data/admin-api';
import type { ListPlace } from '../data/list-place';
import type { BulkActionDescription, Forecast } from './bulk-action-description';
import type { BadgeValue, FieldDescription, FormFieldDescription, Typed } from './field-description';
import type { FilterDescription } from './filter-description';

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
  /** What is done with several rows by one request. */
  bulkActions?: BulkActionDescription<T>[];
  /** How rows go, and come back: makes the actions Delete and Restore, and says of deleted rows that they are. */
  deletion?: DeletionDescription<T>;
  form?: FormDescription<T>;
  /** What the audit log calls these: every row has a page with its history. */
  history?: AuditModel;
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
  actions?: ListActionDescription<T>[];
  /** Where the API streams all of it as CSV; without it, the browser makes the file of what it can load. */
  exportUrl?: string;
  /** The rows have an order of their own, in which they can be moved. */
  order?: OrderDescription;
}

export interface OrderDescription {
  /** Puts these rows first, in this order; all others follow as they were. */
  send(ids: readonly number[], api: AdminApi): Promise<unknown>;
}

/** A column. The first one leads to the row. */
export type ColumnDescription<T extends Row> = FieldDescription<T> & {
  /** In lists that come page by page, the API sorts. */
  sortable?: boolean;
  /** What the API calls it in `sort` (`-` before it: downwards); its key, unless said otherwise. */
  sortKey?: string;
  /** Not shown until somebody chooses it. */
  hidden?: boolean;
  /** Takes the room that is left. */
  grows?: boolean;
};

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
export interface ListActionDescription<T extends Row> {
  id: string;
  label: string;
  icon: IconName;
  /** The rows are those loaded so far: whether there is anything to do it with. */
  when?(place: ListPlace, rows: readonly T[]): boolean;
  confirm?(place: ListPlace): Confirmation;
  /** Resolves to what is told afterwards. */
  run(place: ListPlace, api: AdminApi): Promise<string>;
}

/** Deleting that can be taken back: at once by the message, later by Restore. */
export interface DeletionDescription<T extends Row> {
  /** ISO 8601; null while it is not deleted. */
  deletedAt(row: T): string | null;
  /** Whether this one may be deleted. */
  when?(row: T): boolean;
  /** What goes with them, one line each. May have to ask the API. */
  goesWith(rows: readonly T[], api: AdminApi): readonly string[] | Promise<readonly string[]>;
  delete(row: T, api: AdminApi): Promise<unknown>;
  /** Resolves to the row as it is then. */
  restore(row: T, api: AdminApi): Promise<T>;
}

/** A question before something happens. */
export interface Confirmation {
  heading: string;
  text: string;
  /** What will happen, one line each. */
  effects?: readonly string[];
  /** What will happen depends on what is typed, or on what the API knows; asked again as it changes. */
  forecast?(typed: Typed, api: AdminApi): Promise<Forecast>;
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
