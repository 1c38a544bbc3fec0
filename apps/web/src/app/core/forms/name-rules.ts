import type { SchemaPathTree } from '@angular/forms/signals';
import { LIMITS } from '@ticketing/contracts';
import { textWithin } from './text-rules';

/** What a person is called. */
export interface PersonName {
  first_name: string;
  last_name: string;
}

/** Checks both names of a person. */
export function personName(path: SchemaPathTree<PersonName>): void {
  textWithin(path.first_name, 'First name', LIMITS.personName);
  textWithin(path.last_name, 'Last name', LIMITS.personName);
}
