/** A piece of a text that was changed: in both, only in the old, or only in the new one. */
export interface DiffPart {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** More words than these on both sides are not compared: everything between what is the same at the ends is new. */
const MOST_WORDS = 600;

/** How a text became another one, word by word. */
export function wordDiff(from: string, to: string): DiffPart[] {
  const [old, now] = [wordsOf(from), wordsOf(to)];
  const start = countSame(old, now);
  const end = countSame(old.slice(start).toReversed(), now.slice(start).toReversed());
  const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  return joined([
    { kind: 'same', text: now.slice(0, start).join('') },
    ...middleOf(oldMiddle, newMiddle),
    { kind: 'same', text: now.slice(now.length - end).join('') },
  ]);
}

/** Words, each with the space behind it: so a word that went takes its space along. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+\s*/g) ?? [];
}

/** Spaces and line breaks are no words. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.trimEnd() === other?.trimEnd();
}

function countSame(one: readonly string[], other: readonly string[]): number {
  const length = Math.min(one.length, other.length);
  let count = 0;
  while (count < length && isSame(one[count], other[count])) count += 1;
  return count;
}

function middleOf(old: string[], now: string[]): DiffPart[] {
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) {
    return [
      { kind: 'gone', text: old.join('') },
      { kind: 'new', text: now.join('') },
    ];
  }
  return walk(old, now, longestCommon(old, now));
}

/** For each pair of places: how many words the rests behind them have in common, in order. */
function longestCommon(old: string[], now: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      table[row]![column] = isSame(old[row], now[column])
        ? table[row + 1]![column + 1]! + 1
        : Math.max(table[row + 1]![column]!, table[row]![column + 1]!);
    }
  }
  return table;
}

/** Goes through both texts at once, along the words that they have in common. */
function walk(old: string[], now: string[], common: number[][]): DiffPart[] {
  const parts: DiffPart[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < now.length) {
    if (isSame(old[row], now[column])) {
      parts.push({ kind: 'same', text: now[column]! });
      [row, column] = [row + 1, column + 1];
    } else if (common[row + 1]![column]! >= common[row]![column + 1]!) {
      parts.push({ kind: 'gone', text: old[row]! });
      row += 1;
    } else {
      parts.push({ kind: 'new', text: now[column]! });
      column += 1;
    }
  }
  return [
    ...parts,
    { kind: 'gone', text: old.slice(row).join('') },
    { kind: 'new', text: now.slice(column).join('') },
  ];
}

/** Neighbours of a kind become one; empty ones go. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) last.text += part.text;
    else result.push({ ...part });
  }
  return result;
}
