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

/** Of a word on its tint. */
export const TAG_TINTS: Record<TagColor, string> = {
  gray: 'bg-tag-gray-tint text-tag-gray',
  red: 'bg-tag-red-tint text-tag-red',
  orange: 'bg-tag-orange-tint text-tag-orange',
  yellow: 'bg-tag-yellow-tint text-tag-yellow',
  green: 'bg-tag-green-tint text-tag-green',
  teal: 'bg-tag-teal-tint text-tag-teal',
  blue: 'bg-tag-blue-tint text-tag-blue',
  purple: 'bg-tag-purple-tint text-tag-purple',
};

/** Of an icon on any surface. */
export const TAG_INKS: Record<TagColor, string> = {
  gray: 'text-tag-gray',
  red: 'text-tag-red',
  orange: 'text-tag-orange',
  yellow: 'text-tag-yellow',
  green: 'text-tag-green',
  teal: 'text-tag-teal',
  blue: 'text-tag-blue',
  purple: 'text-tag-purple',
};
