import {
  activeList,
  type AgentStatsList,
  answeredList,
  backlogList,
  type BacklogGroup,
  heldBy,
  ratedList,
  resolvedList,
  type TicketStats,
  type TicketStatus,
} from '@ticketing/contracts';
import type { FigureCell } from '../charts/figure-table';
import { listLink } from '../../tickets/index';
import { daysWords, durationWords, numberWords, shareWords, ticketsWords } from '../words/number-words';
import type { Figure } from './figure';
import { defined } from './tiles';

export function load({ now, active, unassigned, definitions }: TicketStats): Figure {
  const [most] = now.by_assignee.filter(({ assignee }) => assignee !== null);
  const top = most?.active ? `${most.assignee?.name} has the most, ${numberWords(most.active)}. ` : '';
  return {
    key: 'load',
    question: 'Who has how much to do?',
    sentence: `${top}Nobody has ${numberWords(unassigned.value)} of ${ticketsWords(active.value)} open now.`,
    definition: defined(definitions, 'load').definition,
    kind: 'stacks',
    table: {
      corner: 'Assignee',
      columns: [
        { label: 'Open', look: 'created' },
        { label: 'In progress', look: 'progress' },
        { label: 'Pending', look: 'pending' },
        { label: 'In all' },
        { label: 'With resolved and closed' },
      ],
      rows: now.by_assignee.map(({ assignee, open, in_progress, pending_user, active: all, total }) => ({
        name: assignee?.name ?? 'Nobody',
        cells: [
          ...Object.entries({ open, in_progress, pending_user }).map(([status, value]) => ({
            value,
            open: listLink({ status: [status as TicketStatus], ...heldBy(assignee) }),
          })),
          { value: all, open: listLink(activeList(heldBy(assignee))) },
          { value: total, open: listLink(heldBy(assignee)) },
        ],
      })),
    },
    drawn: [0, 1, 2],
  };
}

export function backlog({ backlog: { groups }, active, definitions }: TicketStats): Figure {
  const old = groups.at(-1);
  return {
    key: 'backlog-by-age',
    question: 'How long have tickets been open?',
    sentence:
      old && active.value > 0
        ? `${numberWords(old.count)} of ${ticketsWords(active.value)} open now came ${daysWords(old.from_days)} ago or earlier.`
        : 'Nothing is open.',
    definition: defined(definitions, 'backlog_age').definition,
    kind: 'bars',
    table: {
      corner: 'Age',
      columns: [{ label: 'Open now' }],
      rows: groups.map((group) => ({
        name: ageWords(group),
        cells: [
          {
            value: group.count,
            open: listLink(backlogList(group)),
          },
        ],
      })),
    },
    drawn: [0],
  };
}

export function scores({
  satisfaction: { scores: counts, count, satisfied },
  period,
  definitions,
}: TicketStats): Figure {
  return {
    key: 'scores',
    question: 'How satisfied are people?',
    sentence:
      satisfied.value === null
        ? 'Nobody rated a ticket.'
        : `${shareWords(satisfied.value)} of ${numberWords(count.value)} who rated gave 4 or 5.`,
    definition: defined(definitions, 'satisfaction').definition,
    kind: 'bars',
    table: {
      corner: 'Score',
      columns: [{ label: 'Tickets' }],
      rows: counts
        .map((value, index) => ({
          name: SCORE_NAMES[index] ?? String(index + 1),
          cells: [{ value, open: listLink(ratedList(period, { score: [index + 1] })) }],
        }))
        .reverse(),
    },
    drawn: [0],
  };
}

const SCORE_NAMES = ['1 (worst)', '2', '3', '4', '5 (best)'];

export function agents({ results, period, definitions }: AgentStatsList): Figure {
  const resolved = results.reduce((sum, agent) => sum + agent.resolved, 0);
  const plain = (value: number | null): FigureCell => ({ value, open: null });
  const seconds = { unit: 's', words: durationWords };
  return {
    key: 'admins',
    question: 'What did each admin do?',
    sentence: `Together they resolved ${ticketsWords(resolved)}. Tickets count for who has them now.`,
    definition: defined(definitions, 'load').definition,
    kind: 'table',
    table: {
      corner: 'Admin',
      columns: [
        { label: 'Open now' },
        { label: 'Resolved' },
        { label: 'First answers' },
        { label: 'First answer, median', ...seconds },
        { label: 'Time to resolve, median', ...seconds },
        { label: 'Ratings' },
        { label: 'Mean score' },
      ],
      rows: results.map(({ agent, ...did }) => ({
        name: agent.name,
        cells: [
          { value: did.active, open: listLink(activeList(heldBy(agent))) },
          { value: did.resolved, open: listLink(resolvedList(period, heldBy(agent))) },
          { value: did.first_response.count, open: listLink(answeredList(period, heldBy(agent))) },
          plain(did.first_response.median),
          plain(did.resolution.median),
          { value: did.satisfaction.count, open: listLink(ratedList(period, heldBy(agent))) },
          plain(did.satisfaction.mean),
        ],
      })),
    },
    drawn: [],
  };
}

function ageWords({ from_days, to_days }: BacklogGroup): string {
  if (to_days === null) return `${numberWords(from_days)} days or more`;
  if (to_days === 0) return 'Today';
  return `${numberWords(from_days)} to ${numberWords(to_days)} days`;
}
