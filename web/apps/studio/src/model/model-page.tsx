import { Link, Outlet } from '@tanstack/react-router';
import { useMutation } from '@tanstack/react-query';
import { Problem, SeverityBar, capital } from '@tmi/ui';
import { api } from '../api';
import { Rename } from '../frame/rename';
import { When } from '../when';
import { bySeverity, isOpen } from './counts';
import { keepModel, useModel, useModelId, useRole, useThreats } from './use-model';

const TABS = [
  { to: '/models/$modelId', text: 'Overview', exact: true },
  { to: '/models/$modelId/diagrams', text: 'Diagrams', exact: true },
  { to: '/models/$modelId/threats', text: 'Threats', exact: false },
  { to: '/models/$modelId/access', text: 'Access', exact: false },
] as const;

export function ModelPage() {
  const modelId = useModelId();
  const { data: model, error } = useModel();
  const role = useRole(model);
  const threats = useThreats(modelId);
  const rename = useMutation({
    mutationFn: (name: string) => api.patchThreatModel(modelId, { name }),
    onSuccess: keepModel,
  });
  if (error) {
    return (
      <div className="page">
        <Problem error={error} />
        <Link to="/">All threat models</Link>
      </div>
    );
  }
  const open = threats.data?.filter(isOpen) ?? [];
  return (
    <div className="page model-page">
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link to="/">Threat models</Link>
      </nav>
      <header className="model-head">
        <div>
          {model ? (
            <Rename
              name={model.name}
              label="Name of the threat model"
              editable={role === 'owner' || role === 'writer'}
              onRename={(name) => rename.mutate(name)}
            />
          ) : (
            <div className="skeleton title" />
          )}
          {model && (
            <p className="muted">
              {model.owner.display_name ?? model.owner.provider_id}
              {model.status ? ` · ${capital(model.status)}` : ''} ·{' '}
              {capital(model.threat_model_framework ?? '')} · changed{' '}
              <When at={model.modified_at} />
              {role === 'reader' ? ' · you may read' : ''}
            </p>
          )}
          {rename.error && <Problem error={rename.error} />}
        </div>
        <div className="head-bar">
          <SeverityBar counts={bySeverity(open)} />
          <span className="muted">{open.length} open</span>
        </div>
      </header>
      <nav className="tabs" aria-label="Parts of the threat model">
        {TABS.map(({ to, text, exact }) => (
          <Link
            key={to}
            to={to}
            params={{ modelId }}
            activeOptions={{ exact, includeSearch: false }}
          >
            {text}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
