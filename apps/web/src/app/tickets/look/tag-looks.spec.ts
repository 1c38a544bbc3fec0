import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TAG_COLORS } from '@ticketing/contracts';

const TOKENS = readFileSync(join(__dirname, '../../../styles/tokens.css'), 'utf8');
type Pair = [light: string, dark: string];

const PAIR = 'light-dark\\((#\\w{6}), (#\\w{6})\\)';

/** What stands in the tokens behind that text. */
function pairAfter(start: string): Pair {
  const [, light = '', dark = ''] = new RegExp(`${start}${PAIR}`).exec(TOKENS) ?? [];
  return [light, dark];
}

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(TAG_COLORS)('a %s tag', (color) => {
  it.each([
    ['light', 0],
    ['dark', 1],
  ] as const)('can be read in %s', (_, theme) => {
    const word = pairAfter(`\\.tag-${color} \\{\\s+--tag: `)[theme];
    expect(contrast(word, pairAfter(`\\.tag-${color} \\{[^}]+--tag-tint: `)[theme])).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(contrast(word, pairAfter('--color-raised: ')[theme])).toBeGreaterThanOrEqual(4.5);
  });
});
