import type { FirstAdmin } from './auth/index.js';
import type { Env } from './platform/config/env.js';

/** Tells a person at the terminal where the product is and, once, how to sign in. Not a log line. */
export function welcome(env: Readonly<Env>, admin: FirstAdmin | undefined): void {
  const lines = [`The help desk is at ${env.publicUrl}`, `Swagger UI is at ${env.publicUrl}/api/docs`];
  if (admin) lines.push(`First admin: ${admin.email}`);
  if (admin?.password) lines.push(`Password, shown only now: ${admin.password}`);
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}
