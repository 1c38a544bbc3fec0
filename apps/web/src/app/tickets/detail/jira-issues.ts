import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import type { IntegrationList, JiraIssueList, JiraIssueView, TicketView } from '@ticketing/contracts';
import { sentenceFor } from '../../core/http/problem';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { type MenuOption, MenuButton } from '../../ui/menu';
import { Toaster } from '../../ui/toaster';
import { JiraApi } from '../data/jira-api';
import { JiraStatus } from './jira-status';

/** When it is looked whether an issue has been made: the API makes them in the background. Ever later, as it tries. */
const LOOK_AGAIN_MS = 2_000;
const LATEST_LOOK_MS = 60_000;

/** The issues of a ticket in Jira, and the button that makes one. Nothing at all where there is no Jira. */
@Component({
  selector: 'app-jira-issues',
  imports: [Button, Icon, JiraStatus, MenuButton],
  templateUrl: './jira-issues.html',
  host: { class: 'block' },
})
export class JiraIssues {
  readonly ticket = input.required<TicketView>();

  private readonly api = inject(JiraApi);
  private readonly toaster = inject(Toaster);
  private readonly id = computed(() => this.ticket().id);
  private readonly integrations = httpResource<IntegrationList>(() => '/api/admin/integrations/');
  private readonly jiras = computed(() =>
    (this.integrations.hasValue() ? this.integrations.value().results : []).filter(
      ({ kind }) => kind === 'jira',
    ),
  );
  /** One that is switched off may have issues still. */
  private readonly answer = httpResource<JiraIssueList>(() =>
    this.jiras().length > 0 ? `/api/tickets/${this.id()}/jira_issues/` : undefined,
  );
  protected readonly issues = linkedSignal<{ id: number; list: JiraIssueView[] | null }, JiraIssueView[]>({
    source: () => ({ id: this.id(), list: this.answer.hasValue() ? this.answer.value().results : null }),
    computation: ({ id, list }, previous) => list ?? (previous?.source.id === id ? previous.value : []),
  });
  protected readonly busy = signal(false);

  /** Jiras that could get an issue of this ticket: those without one, or where it failed. */
  protected readonly open = computed<MenuOption[]>(() => {
    // Until it is known which issues there are, none is offered.
    if (!this.answer.hasValue()) return [];
    const taken = this.issues().filter(({ state }) => state !== 'failed');
    return this.jiras()
      .filter(({ id, is_active }) => is_active && !taken.some(({ integration }) => integration === id))
      .map(({ id, name }) => ({ id: String(id), label: name }));
  });

  /** How often it was looked since somebody asked for an issue. */
  private looks = 0;

  constructor() {
    effect((onCleanup) => {
      if (!this.issues().some(({ state }) => state === 'pending')) return;
      const timer = setTimeout(
        () => {
          this.looks += 1;
          this.answer.reload();
        },
        Math.min(LOOK_AGAIN_MS * 2 ** this.looks, LATEST_LOOK_MS),
      );
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected create(integration: string): Promise<void> {
    return this.during(async () => {
      this.looks = 0;
      const issue = await this.api.request(this.id(), Number(integration));
      this.issues.update((all) => [...all.filter((other) => other.integration !== issue.integration), issue]);
    });
  }

  protected refresh(): Promise<void> {
    return this.during(async () => this.issues.set((await this.api.refresh(this.id())).results));
  }

  private async during(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      this.toaster.failed(sentenceFor(error));
    } finally {
      this.busy.set(false);
    }
  }
}
