import type { TagColor } from '@ticketing/contracts';

export const TAG_COLOR_WORDS: Record<TagColor, string> = {
  gray: 'Grey',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  purple: 'Purple',
};

/** Classes that know the colour and its tint (`tokens.css`). */
const PAINTS: Record<TagColor, string> = {
  gray: 'tag-gray',
  red: 'tag-red',
  orange: 'tag-orange',
  yellow: 'tag-yellow',
  green: 'tag-green',
  teal: 'tag-teal',
  blue: 'tag-blue',
  purple: 'tag-purple',
};

/** Classes of a word on its tint. */
export const tagTint = (color: TagColor): string => `${PAINTS[color]} bg-(--tag-tint) text-(--tag)`;

/** Classes of an icon on any surface. */
export const tagInk = (color: TagColor): string => `${PAINTS[color]} text-(--tag)`;
