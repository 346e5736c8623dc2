import type { Threat } from '@tmi/api';
import { SEVERITIES, type SeverityName, severityOf } from '@tmi/ui';

export const STATUSES = [
  'open',
  'confirmed',
  'mitigation_planned',
  'mitigation_in_progress',
  'verification_pending',
  'resolved',
  'accepted',
  'false_positive',
  'deferred',
  'closed',
];

const DONE = new Set(['resolved', 'accepted', 'false_positive', 'closed']);

/** A threat that somebody still has to do something about. */
export function isOpen(threat: Pick<Threat, 'status' | 'mitigated'>): boolean {
  return !threat.mitigated && !DONE.has((threat.status ?? 'open').toLowerCase());
}

export function bySeverity(threats: readonly Threat[]): Record<SeverityName, number> {
  const counts = Object.fromEntries(SEVERITIES.map((each) => [each, 0])) as Record<
    SeverityName,
    number
  >;
  for (const threat of threats) counts[severityOf(threat.severity)] += 1;
  return counts;
}

export function worstFirst(a: Threat, b: Threat): number {
  const rank = (threat: Threat): number => SEVERITIES.indexOf(severityOf(threat.severity));
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}
