import {
  Freeze,
  FreezeReport,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  FreezeReportView,
  FreezeView,
} from '../../access/overview/AuthorizedFreezes';
import { presentListItem } from './presentTask';
import { timeOf, timeOrNull } from './time';

export function presentFreeze({ freeze, waiting }: FreezeView): Freeze {
  const { id, scopeKind, scopeRef, reason, by, until, refuse } = freeze;
  return {
    id,
    scope: { kind: scopeKind, ...(scopeRef === null ? {} : { ref: scopeRef }) },
    reason,
    by,
    since: timeOf(freeze.since),
    until: timeOrNull(until),
    refuse,
    waiting,
    thawedAt: timeOrNull(freeze.thawedAt),
  };
}

export function presentFreezeReport(report: FreezeReportView): FreezeReport {
  return { ...presentFreeze(report), tasks: report.tasks.map(presentListItem) };
}
