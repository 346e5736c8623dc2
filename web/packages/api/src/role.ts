import type { Grant, Me, Role, ThreatModel } from './types';

const RANK: Record<Role, number> = { reader: 1, writer: 2, owner: 3 };

/** My role on a threat model as its own list tells; the server decides, this only shapes the screen. */
export function roleOf(me: Me, model: ThreatModel): Role {
  if (samePerson(me, model.owner)) return 'owner';
  const roles = model.authorization.filter((grant) => covers(grant, me)).map(({ role }) => role);
  return roles.sort((a, b) => RANK[b] - RANK[a])[0] ?? 'reader';
}

function covers(grant: Grant, me: Me): boolean {
  if (grant.principal_type === 'user') return samePerson(me, grant);
  if (grant.provider_id === 'everyone') return true;
  return (me.groups ?? []).some((group) => group.group_name === grant.provider_id);
}

export function samePerson(
  a: { provider: string; provider_id: string },
  b: { provider: string; provider_id: string },
): boolean {
  return a.provider === b.provider && a.provider_id === b.provider_id;
}

export function isEveryone(grant: Grant): boolean {
  return grant.principal_type === 'group' && grant.provider_id === 'everyone';
}
