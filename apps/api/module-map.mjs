/** Who may import whom inside the API (`../../tools/eslint/module-map.mjs` holds it). A DAG: read it top down. */
export const MODULE_MAP = {
  platform: [],
  'client-logs': ['platform'],
  jobs: ['platform'],
  users: ['platform'],
  auth: ['users', 'platform'],
  templates: ['platform'],
  tickets: ['templates', 'auth', 'users', 'platform'],
  ratings: ['tickets', 'users', 'platform'],
  comments: ['tickets', 'auth', 'users', 'platform'],
  integrations: ['comments', 'tickets', 'auth', 'users', 'platform'],
  samples: ['comments', 'tickets', 'templates', 'auth', 'users', 'platform'],
  stats: ['comments', 'tickets', 'auth', 'users', 'platform'],
  live: ['comments', 'tickets', 'auth', 'users', 'platform'],
  'inbound-mail': ['comments', 'tickets', 'auth', 'users', 'platform'],
  notifications: ['inbound-mail', 'ratings', 'comments', 'tickets', 'auth', 'users', 'platform'],
  timeline: ['inbound-mail', 'comments', 'tickets', 'auth', 'users', 'platform'],
};
