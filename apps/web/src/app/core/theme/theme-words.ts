import type { IconName } from '../../ui/icon-paths';
import type { ThemeChoice } from './theme';

/** What the themes are called, and how they are drawn. */
export const THEME_WORDS: Record<ThemeChoice, { label: string; icon: IconName }> = {
  system: { label: 'System theme', icon: 'monitor' },
  light: { label: 'Light theme', icon: 'sun' },
  dark: { label: 'Dark theme', icon: 'moon' },
};
