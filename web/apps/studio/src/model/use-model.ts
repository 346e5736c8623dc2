import { type Role, type ThreatModel, roleOf } from '@tmi/api';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, keys, queries, useMe } from '../api';

const route = getRouteApi('/shell/models/$modelId');

export function useModelId(): string {
  return route.useParams().modelId;
}

export function useModel() {
  const id = useModelId();
  return useQuery({ queryKey: keys.model(id), queryFn: () => api.threatModel(id) });
}

export function useRole(model: ThreatModel | undefined): Role | undefined {
  const me = useMe();
  return me && model ? roleOf(me, model) : undefined;
}

export function useThreats(modelId: string) {
  return useQuery({ queryKey: keys.threats(modelId), queryFn: () => api.threats(modelId) });
}

export function useDiagrams(modelId: string) {
  return useQuery({ queryKey: keys.diagrams(modelId), queryFn: () => api.diagrams(modelId) });
}

/** The answer to a change is the whole model: it replaces what was known. */
export function keepModel(model: ThreatModel): void {
  queries.setQueryData(keys.model(model.id), model);
  void queries.invalidateQueries({ queryKey: keys.models });
}
