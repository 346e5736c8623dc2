import { Api, ApiError, type Me } from '@tmi/api';
import { QueryClient, useQuery } from '@tanstack/react-query';

export const api = new Api();

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refused it will refuse again; only what did not arrive is asked again.
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
    },
  },
});

export function useMe(): Me | undefined {
  const { data } = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: 60_000 });
  return data ?? undefined;
}

export const keys = {
  models: ['models'] as const,
  sessions: ['sessions'] as const,
  model: (id: string) => ['model', id] as const,
  diagrams: (id: string) => ['model', id, 'diagrams'] as const,
  diagram: (id: string, diagram: string) => ['model', id, 'diagrams', diagram] as const,
  threats: (id: string) => ['model', id, 'threats'] as const,
};
