import type { ProblemField } from '@ticketing/contracts';
import { invalidInput } from '../platform/http/problem.js';
import { OutboundRefused } from '../platform/outbound/outbound-address.js';
import type { OutboundHttp } from '../platform/outbound/outbound-http.js';

/** All that are given. @throws ProblemError 400, with a pointer to each that is missing */
export function requireGiven<T extends object>(fields: T): { [Name in keyof T]-?: NonNullable<T[Name]> } {
  const missing: ProblemField[] = Object.entries(fields)
    .filter(([, value]) => value === undefined)
    .map(([name]) => ({ pointer: `/${name}`, detail: `${name} is needed for this kind of integration.` }));
  if (missing.length > 0) throw invalidInput(missing);
  return fields as { [Name in keyof T]-?: NonNullable<T[Name]> };
}

/** @throws ProblemError 400 when nothing may be sent there */
export async function requireAddress(outbound: OutboundHttp, pointer: string, address: string): Promise<URL> {
  try {
    return await outbound.requireAllowed(address);
  } catch (error) {
    if (error instanceof OutboundRefused) throw invalidInput([{ pointer, detail: error.message }]);
    throw error;
  }
}
