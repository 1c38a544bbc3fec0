import type { Look } from './figure-table';

/** Fill of bars and of the swatches that explain them: solid, striped, outlined. */
export const FILLS: Record<Look, string> = {
  plain: 'bg-accent',
  created: 'bg-open',
  resolved:
    'border border-resolved bg-[repeating-linear-gradient(135deg,var(--color-resolved)_0_2px,transparent_2px_5px)]',
  progress:
    'border border-progress bg-[repeating-linear-gradient(135deg,var(--color-progress)_0_2px,transparent_2px_5px)]',
  pending: 'border-[1.5px] border-pending bg-pending-tint',
};
