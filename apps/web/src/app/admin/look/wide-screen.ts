import { BreakpointObserver } from '@angular/cdk/layout';
import { type Signal, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

/** Whether there is room for tables. Call it in an injection context. */
export function wideScreen(): Signal<boolean> {
  const changes = inject(BreakpointObserver).observe('(width >= 64rem)');
  return toSignal(changes.pipe(map(({ matches }) => matches)), { initialValue: false });
}
