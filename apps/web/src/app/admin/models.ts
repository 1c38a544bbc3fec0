import { Service, computed, inject } from '@angular/core';
import { AuthStore } from '../core/session/auth-store';
import { AUDIT } from './models/audit/audit.model';
import { COMMENTS } from './models/comments/comments.model';
import { INTEGRATIONS } from './models/integrations/integrations.model';
import { JOBS } from './models/jobs/jobs.model';
import { QUARANTINE } from './models/quarantine/quarantine.model';
import { TAGS } from './models/tags/tags.model';
import { TEMPLATES } from './models/templates/templates.model';
import { TICKETS } from './models/tickets/tickets.model';
import { USERS } from './models/users/users.model';
import type { ModelDescription } from './registry/model-description';

/** Everything that the admin area manages, in the order of its navigation. A new model is a line here. */
const MODELS: readonly ModelDescription[] = [
  TICKETS,
  COMMENTS,
  USERS,
  TAGS,
  TEMPLATES,
  INTEGRATIONS,
  QUARANTINE,
  JOBS,
  AUDIT,
];

/** The models that the signed-in person gets to see. */
@Service()
export class Models {
  private readonly auth = inject(AuthStore);

  readonly all = computed(() => {
    const can = this.auth.me()?.can;
    return can ? MODELS.filter((model) => model.allowed(can)) : [];
  });

  find(key: string): ModelDescription | undefined {
    return this.all().find((model) => model.key === key);
  }
}
