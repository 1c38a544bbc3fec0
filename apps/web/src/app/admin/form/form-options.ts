import { type ResourceRef, computed, inject, resource } from '@angular/core';
import { AdminApi } from '../data/admin-api';
import type { FormFieldDescription, Option } from '../registry/field-description';

/** What can be chosen of a field, and whether it is there yet. */
export interface FormOptions {
  options: readonly Option[];
  state: 'there' | 'loading' | 'failed';
  reload(): void;
}

/** What the description says, or what it says has to be loaded. Call it in an injection context. */
export function formOptions(field: () => Pick<FormFieldDescription, 'options'>) {
  const api = inject(AdminApi);
  const loaded = resource({
    params: () => {
      const { options } = field();
      return typeof options === 'function' ? options : undefined;
    },
    loader: ({ params }) => params(api),
  });
  return computed<FormOptions>(() => {
    const { options = [] } = field();
    const reload = () => void loaded.reload();
    if (typeof options !== 'function') return { options, state: 'there', reload };
    return { options: loaded.hasValue() ? loaded.value() : [], state: stateOf(loaded), reload };
  });
}

function stateOf(loaded: ResourceRef<unknown>): FormOptions['state'] {
  if (loaded.error()) return 'failed';
  return loaded.hasValue() ? 'there' : 'loading';
}
