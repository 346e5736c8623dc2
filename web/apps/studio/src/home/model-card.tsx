import type { ThreatModelItem } from '@tmi/api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { capital } from '@tmi/ui';
import { api, keys } from '../api';
import { Thumbnail } from '../thumbnail';
import { When } from '../when';

export function ModelCard({ model, pictured }: { model: ThreatModelItem; pictured: boolean }) {
  const diagrams = useQuery({
    queryKey: keys.diagrams(model.id),
    queryFn: () => api.diagrams(model.id),
    enabled: pictured && model.diagram_count > 0,
  });
  const first = diagrams.data?.[0];
  return (
    <li className="model-card">
      <Thumbnail modelId={model.id} diagramId={first?.id} />
      <div className="words">
        <Link to="/models/$modelId" params={{ modelId: model.id }} className="whole">
          {model.name}
        </Link>
        <p className="muted">
          {count(model.diagram_count, 'diagram')} · {count(model.threat_count, 'threat')}
          {model.status ? ` · ${capital(model.status)}` : ''}
        </p>
        <p className="muted">
          {model.owner.display_name ?? model.owner.provider_id} · <When at={model.modified_at} />
        </p>
      </div>
    </li>
  );
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
