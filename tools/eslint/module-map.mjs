import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Turns a module map (`{ tickets: ['auth', 'users', 'platform'] }`) into ESLint configs that hold it:
 * a folder imports only the folders listed, and those only through their `index.ts`.
 *
 * Nx tags cannot say this: the folders are rooms of one project. The map must be a DAG.
 *
 * A folder that is not in the map, or a line of the map without its folder, fails: a map that matches nothing would
 * look like one that is kept.
 *
 * @param {object} options
 * @param {string} options.project folder of the project's eslint.config.mjs (`import.meta.dirname`)
 * @param {string} options.root the folder that holds the rooms, seen from the project's eslint.config.mjs
 * @param {Record<string, string[]>} options.map room -> rooms that it may import
 * @param {string[]} [options.open] rooms whose files may be imported directly (no `index.ts`)
 * @param {string} [options.ending] how imports end: `.js` in the API, nothing in the web app
 */
export function moduleMapConfigs({ project, root, map, open = [], ending = '' }) {
  refuseCycles(map);
  requireSameRooms(join(project, root), Object.keys(map));
  const rooms = Object.keys(map);
  return rooms.map((room) => ({
    name: `module-map/${room}`,
    files: [`${root}/${room}/**/*.ts`],
    ignores: ['**/*.spec.ts', '**/*.int-spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: patternsFor(room, rooms, map, open, ending) }],
    },
  }));
}

function patternsFor(room, rooms, map, open, ending) {
  const others = rooms.filter((other) => other !== room);
  const forbidden = others.filter((other) => !map[room].includes(other));
  const closed = others.filter((other) => map[room].includes(other) && !open.includes(other));
  return [
    ...forbidden.map((other) => ({
      regex: `^(\\.\\./)+${other}(/|$)`,
      message: `"${room}" may import ${map[room].join(', ') || 'no other room'}; see the module map.`,
    })),
    ...closed.map((other) => ({
      regex: `^(\\.\\./)+${other}/(?!index${ending.replace('.', '\\.')}$)`,
      message: `Import "${other}" through its index.ts.`,
    })),
  ];
}

function requireSameRooms(folder, rooms) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const unknown = folders.filter((name) => !rooms.includes(name));
  const missing = rooms.filter((name) => !folders.includes(name));
  if (unknown.length + missing.length === 0) return;
  throw new Error(`module map of ${folder}: not in the map: [${unknown}]; without a folder: [${missing}]`);
}

function refuseCycles(map) {
  const visit = (room, path) => {
    if (path.includes(room)) throw new Error(`module map has a cycle: ${[...path, room].join(' -> ')}`);
    for (const next of map[room] ?? []) visit(next, [...path, room]);
  };
  Object.keys(map).forEach((room) => visit(room, []));
}
