import { InvalidEnvError } from './platform/config/env.js';
import { DirectoryInUse } from './platform/database/directory-claim.js';

/** Why the start failed, in one sentence where the reason is known; a stack where it is our bug. */
export function startFailure(error: unknown): string {
  if (error instanceof InvalidEnvError || error instanceof DirectoryInUse) return error.message;
  return networkFailure((error ?? {}) as NetworkError) ?? (error as Error)?.stack ?? String(error);
}

type NetworkError = NodeJS.ErrnoException & { port?: number; address?: string };

function networkFailure({ code, syscall, port, address }: NetworkError): string | undefined {
  if (code === 'EADDRINUSE') return `Port ${port} is taken; set PORT to another one.`;
  if (code === 'EADDRNOTAVAIL') return `The address ${address} (HOST) is not one of this machine.`;
  if (code === 'EACCES' && syscall === 'listen')
    return `Port ${port} is not allowed; set PORT to another one.`;
  return code === 'ECONNREFUSED' ? 'The database of DATABASE_URL does not answer.' : undefined;
}
