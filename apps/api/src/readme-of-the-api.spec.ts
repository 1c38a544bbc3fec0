import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** `file` "name of a test", wherever the README has it. */
const named = [...README.matchAll(/`((?:src|test)\/[\w./-]+spec\.ts)` "([^"]+)"/g)].map(
  ([, file = '', test = '']) => ({ file, test }),
);

const files = [...README.matchAll(/`((?:src|test)\/[\w./-]+spec\.ts)`/g)].map(([, file = '']) => file);

describe('the tests that the README of the API names', () => {
  it('are many', () => expect(named.length).toBeGreaterThan(80));

  it.each([...new Set(files)])('are there: %s', (file) => {
    // names in quotes of either kind, and broken over lines by the formatter
    const text = readFileSync(join(ROOT, file), 'utf8').replaceAll("\\'", "'");
    const wanted = named.filter((one) => one.file === file).map(({ test }) => test);
    expect(wanted.filter((test) => !text.includes(test))).toEqual([]);
  });
});
