import { invalidInput, type ProblemError } from './problem.js';
import { isStorableText } from './text.js';

/** Deeper or wider bodies are no form that a person filled in; validating them would block the process. */
const MAX_DEPTH = 20;
const MAX_KEYS = 1_000;

/**
 * Parses a JSON body, refusing what no route takes: bodies that are no object, nested too deep, with too
 * many keys, with texts that PostgreSQL cannot store, or with `__proto__`.
 * @throws ProblemError 400 with a pointer
 */
export function parseJsonBody(text: string): unknown {
  if (text.length === 0) return {};
  const body = parse(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw refused('', 'The body must be a JSON object.');
  }
  inspect(body);
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused('', 'The body is not valid JSON.');
  }
}

/** A value, where it stands, and how deep. */
type Place = [value: unknown, pointer: string, depth: number];

/** Walks the body without recursion: its depth is the caller's choice. */
function inspect(body: object): void {
  const rest: Place[] = [[body, '', 0]];
  let keys = 0;
  for (let place = rest.pop(); place; place = rest.pop()) {
    const inner = placesIn(place);
    keys += inner.length;
    if (keys > MAX_KEYS) throw refused('', `More than ${MAX_KEYS} keys.`);
    rest.push(...inner); // at most MAX_KEYS: no stack overflow by spreading
  }
}

function placesIn([value, pointer, depth]: Place): Place[] {
  if (typeof value === 'string' && !isStorableText(value)) throw refused(pointer, BROKEN_TEXT);
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= MAX_DEPTH) throw refused(pointer, `Nested deeper than ${MAX_DEPTH} levels.`);
  return Object.entries(value).map(([key, child]) => {
    if (key === '__proto__' || !isStorableText(key)) throw refused(pointer, 'A key is not allowed.');
    return [child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1];
  });
}

const BROKEN_TEXT = 'Contains a NUL character or half of a surrogate pair.';

function refused(pointer: string, detail: string): ProblemError {
  return invalidInput([{ pointer, detail }]);
}
