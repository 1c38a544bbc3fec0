import { BreakpointObserver } from '@angular/cdk/layout';
import { type Signal, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

/** Whether there is room for the properties beside the conversation (`xl`). Call it in an injection context. */
export function roomyScreen(): Signal<boolean> {
  const changes = inject(BreakpointObserver).observe('(width >= 80rem)');
  return toSignal(changes.pipe(map(({ matches }) => matches)), { initialValue: false });
}
