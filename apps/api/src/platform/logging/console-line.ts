import { format } from 'winston';

const HIDDEN = ['level', 'message', 'timestamp', 'requestId'];

/** A line for a developer's terminal: time, level, phrase, then the fields that are left. */
export function consoleLine() {
  return format.printf((line) => {
    const time = String(line['timestamp']).slice(11, 19);
    const rest = Object.entries(line).filter(([name]) => !HIDDEN.includes(name));
    const fields = rest.map(([name, value]) => `${name}=${show(value)}`).join(' ');
    return `${time} ${line.level.padEnd(5)} ${String(line.message)} ${fields}`.trimEnd();
  });
}

function show(value: unknown): string {
  const stack = (value as { stack?: string } | null)?.stack;
  return stack ?? JSON.stringify(value) ?? 'undefined';
}
