import '@tmi/editor/editor.css';
import './diagram.css';
import { type Diagram, type Me, type Role, roleOf } from '@tmi/api';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Problem } from '@tmi/ui';
import { api, keys, queries, useMe } from '../api';
import { Workbench } from './workbench';

const route = getRouteApi('/shell/models/$modelId/diagrams/$diagramId');

/** Loads what the editor needs; from then on the desk keeps the cells, and React never holds them. */
export function DiagramPage() {
  const { modelId, diagramId } = route.useParams();
  const me = useMe();
  const model = useQuery({
    queryKey: keys.model(modelId),
    queryFn: () => api.threatModel(modelId),
  });
  const diagram = useQuery({
    queryKey: ['open-diagram', modelId, diagramId],
    queryFn: () => api.diagram(modelId, diagramId),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const error = model.error ?? (diagram.data ? undefined : diagram.error);
  if (error) {
    return (
      <div className="page">
        <Problem error={error} />
        <Link to="/models/$modelId/diagrams" params={{ modelId }}>
          All diagrams of this threat model
        </Link>
      </div>
    );
  }
  if (!me || !model.data || !diagram.data) return <div className="waiting" aria-busy="true" />;
  return (
    <Workbench
      key={diagramId}
      me={me}
      model={model.data}
      role={roleOf(me, model.data)}
      diagram={diagram.data}
    />
  );
}

export interface WorkbenchProps {
  readonly me: Me;
  readonly model: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly diagram: Diagram;
}

/** Lists and thumbnails elsewhere show what was drawn here. */
export function forgetPictures(modelId: string, diagramId: string): void {
  void queries.invalidateQueries({ queryKey: keys.diagram(modelId, diagramId) });
  void queries.invalidateQueries({ queryKey: keys.diagrams(modelId) });
}
