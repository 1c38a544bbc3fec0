import { HttpClient } from '@angular/common/http';
import { Service, inject, signal } from '@angular/core';
import type { UserRef } from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';

/** Names of people of whom only the id stands in an address. */
@Service()
export class PeopleNames {
  private readonly http = inject(HttpClient);
  private readonly known = signal<ReadonlyMap<string, string>>(new Map());
  private readonly asked = new Set<string>();

  /** The name, or the id until it is known. */
  nameOf(id: string): string {
    const name = this.known().get(id);
    if (name === undefined) void this.ask(id);
    return name ?? `#${id}`;
  }

  know({ id, name }: Pick<UserRef, 'id' | 'name'>): void {
    this.known.update((known) => new Map(known).set(String(id), name));
  }

  /** Once for each: who is not found stays a number. */
  private async ask(id: string): Promise<void> {
    if (this.asked.has(id) || !/^\d+$/.test(id)) return;
    this.asked.add(id);
    try {
      this.know(await firstValueFrom(this.http.get<UserRef>(`/api/admin/users/${id}/`)));
    } catch {
      // The number says enough; the list says what is wrong.
    }
  }
}
