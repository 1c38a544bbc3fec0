import { parse } from 'node:querystring';
import { Injectable, type OnApplicationBootstrap, RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Role } from '@ticketing/contracts';
import { ROLES_ALLOWED } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { CSV_EXPORT } from '../platform/csv/csv-export.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { InputPipe } from '../platform/http/validation.js';

type Handler = (actor: Actor, query: unknown) => CsvTable | Promise<CsvTable>;

/** A route that says of itself that it answers with a file: `@CsvExport()`. */
interface ExportRoute {
  handle: Handler;
  queryType: Type<unknown>;
  /** Left out: everybody. */
  roles: Role[] | undefined;
}

/** A file that somebody may have. */
export interface Export {
  handle(): CsvTable | Promise<CsvTable>;
}

/** All exports of the API, found by what their routes declare: nothing else can be downloaded by a link. */
@Injectable()
export class ExportRoutes implements OnApplicationBootstrap {
  private readonly routes = new Map<string, ExportRoute>();
  private readonly input = new InputPipe();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      for (const name of this.scanner.getAllMethodNames(metatype.prototype as object)) {
        this.add(instance as Record<string, Handler>, metatype as Type<unknown>, name);
      }
    }
  }

  /**
   * @returns undefined when there is no such export, or the actor's role may not have it
   * @throws ProblemError 400 for a query that the route itself would refuse
   */
  async find(actor: Actor, address: string): Promise<Export | undefined> {
    const [path = '', query = ''] = address.split('?', 2);
    const route = this.routes.get(path.replace(/\/$/, ''));
    if (!route || (route.roles && !route.roles.includes(actor.role))) return undefined;
    const checked = await this.input.transform(
      { ...parse(query) },
      { type: 'query', metatype: route.queryType },
    );
    return { handle: () => route.handle(actor, checked) };
  }

  private add(instance: Record<string, Handler>, metatype: Type<unknown>, name: string): void {
    const handler = instance[name]!;
    if (!this.reflector.get<boolean | undefined>(CSV_EXPORT, handler)) return;
    const path = [
      '',
      'api',
      this.reflector.get<string>('path', metatype),
      this.reflector.get<string>('path', handler),
    ];
    const types = Reflect.getMetadata(
      'design:paramtypes',
      metatype.prototype as object,
      name,
    ) as Type<unknown>[];
    const isGet = this.reflector.get<RequestMethod>('method', handler) === RequestMethod.GET;
    if (!isGet || types.length !== 2) throw new Error(`${metatype.name}.${name} is no export: see CsvExport`);
    this.routes.set(path.join('/'), {
      handle: handler.bind(instance),
      queryType: types[1]!,
      roles: this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_ALLOWED, [handler, metatype]),
    });
  }
}
