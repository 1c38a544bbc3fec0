import type { IconName } from '../../ui/icon-paths';
import type { AdminApi } from '../data/admin-api';
import type { FormFieldDescription, Typed } from './field-description';
import type { Row } from './model-description';

/** More rows than these are not selected. */
export const SELECTION_LIMIT = 500;

/** What is done with all selected rows by one request, after its effects were shown. */
export interface BulkActionDescription<T extends Row> {
  id: string;
  label: string;
  icon: IconName;
  danger?: boolean;
  /** Offered only when it makes sense with one of them. */
  when?(row: T): boolean;
  /** `Change 30 tickets?` */
  heading(rows: readonly T[]): string;
  /** What has to be known first. */
  asks?: FormFieldDescription[];
  /** The same, where it depends on the rows. */
  asksAbout?(rows: readonly T[]): FormFieldDescription[];
  /** The verb on the button of the question. */
  button: string;
  /** What would happen. Asked when the question opens, and again as what is typed changes. */
  preview(rows: readonly T[], typed: Typed, api: AdminApi): Promise<Forecast>;
  run(rows: readonly T[], typed: Typed, api: AdminApi): Promise<BulkOutcome>;
}

/** What would happen. */
export interface Forecast {
  /** For people, one line each: `30 tickets: assignee Nobody -> Bob`. */
  effects: readonly string[];
  /** How many would change; with 0, nothing can be done. Left out: it is not about numbers. */
  changed?: number;
  /** How many are like that already. */
  unchanged?: number;
  refused?: readonly Refusal[];
}

/** A row that stays as it is, and why. */
export interface Refusal {
  /** Null for one that is not there. */
  title: string | null;
  reason: string;
}

/** What happened. */
export interface BulkOutcome {
  /** What is told: `30 tickets changed.` */
  said: string;
  refused?: readonly Refusal[];
  /** The one way back for all of them, offered for ten seconds; resolves to what is told then. */
  undo?(api: AdminApi): Promise<string>;
}
