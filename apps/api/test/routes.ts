import type { TestApi } from './start-api.js';

/** One thing that the API answers to. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `:id` where an id goes. */
  path: string;
}

/** Every route that Fastify knows, whoever registered it: read from the tree that it prints. */
export function routesOf(api: TestApi): Route[] {
  const tree = api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const branch: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = /^([│ ├└─]*)(\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    if (indent === undefined || part === undefined) return [];
    const depth = indent.length / 4;
    branch.splice(depth - 1, branch.length, part);
    const path = branch.join('');
    return (methods?.split(', ') ?? [])
      .filter((method) => method !== 'HEAD') // the same as GET
      .map((method) => ({ method, path }) as Route);
  });
}

/** Routes that change something. */
export const writesOf = (api: TestApi) => routesOf(api).filter(({ method }) => method !== 'GET');
