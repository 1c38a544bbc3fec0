import { numberWords } from './number-words';

/** What a change means: shown by a shape and a word, besides the colour. */
export type Verdict = 'better' | 'worse' | 'neutral';

/** A number against the one before. */
export interface Change {
  direction: 'up' | 'down' | 'same';
  /** `+12 %`, `-0.3`, `No change`. */
  text: string;
  verdict: Verdict;
}

/** What is good news: that a number goes down, up, or neither. */
export type Wish = 'down' | 'up' | null;

/** Null: there is nothing to tell it from. */
export function changeOf(value: number | null, previous: number | null, wish: Wish): Change | null {
  if (value === null || previous === null) return null;
  const difference = value - previous;
  if (difference === 0) return { direction: 'same', text: 'No change', verdict: 'neutral' };
  const direction = difference > 0 ? 'up' : 'down';
  return { direction, text: sizeOf(difference, previous), verdict: judge(direction, wish) };
}

/** The same for scores, in points: a percentage of them means nothing. */
export function scoreChangeOf(value: number | null, previous: number | null): Change | null {
  if (value === null || previous === null) return null;
  const change = changeOf(Math.round(value * 100), Math.round(previous * 100), 'up');
  if (!change || change.direction === 'same') return change;
  return { ...change, text: signed(Math.round((value - previous) * 100) / 100, '') };
}

function sizeOf(difference: number, previous: number): string {
  // Of nothing, everything is infinitely more.
  if (previous === 0) return signed(difference, '');
  const percent = Math.round((difference / previous) * 100);
  return percent === 0 ? `${difference > 0 ? '+' : '−'}<1 %` : signed(percent, ' %');
}

function signed(value: number, unit: string): string {
  return `${value > 0 ? '+' : '−'}${numberWords(Math.abs(value))}${unit}`;
}

function judge(direction: 'up' | 'down', wish: Wish): Verdict {
  if (wish === null) return 'neutral';
  return direction === wish ? 'better' : 'worse';
}
