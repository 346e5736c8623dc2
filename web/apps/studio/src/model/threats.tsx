import type { Threat } from '@tmi/api';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Problem, Severity, capital, severityOf } from '@tmi/ui';
import { isOpen, worstFirst } from './counts';
import { ThreatEditor } from './threat-editor';
import { useModel, useModelId, useRole, useThreats } from './use-model';

const NEW = 'new';

/** A dense table; the editor opens beside it, and what is open stands in the address. */
export function ThreatsTab() {
  const modelId = useModelId();
  const role = useRole(useModel().data);
  const { data, error } = useThreats(modelId);
  const search = useSearch({ from: '/shell/models/$modelId/threats' });
  const navigate = useNavigate({ from: '/models/$modelId/threats' });
  const mayEdit = role === 'writer' || role === 'owner';
  const show = (threat?: string): void => {
    void navigate({
      search: ({ threat: _before, ...rest }) => (threat ? { ...rest, threat } : rest),
    });
  };
  const shown = (data ?? [])
    .filter((threat) => search.status !== 'open' || isOpen(threat))
    .sort(worstFirst);
  const chosen = data?.find(({ id }) => id === search.threat);
  const add = mayEdit && (
    <Button kind="primary" icon="plus" onClick={() => show(NEW)}>
      Add threat
    </Button>
  );
  return (
    <section aria-label="Threats" className="threats">
      {error && <Problem error={error} />}
      <div className="list">
        {data?.length === 0 && search.threat !== NEW && (
          <Empty icon="shield" title="No threat written down yet" action={add}>
            Ask of each part and each flow what could go wrong: who could pretend, change, deny,
            read, stop or take over? Name it, say how bad it would be and what you do about it.
          </Empty>
        )}
        {data && data.length > 0 && (
          <>
            <div className="tools">
              <button
                type="button"
                className="chip"
                aria-pressed={search.status === 'open'}
                onClick={() =>
                  void navigate({
                    search: ({ status, ...rest }) =>
                      status === 'open' ? rest : { ...rest, status: 'open' },
                  })
                }
              >
                Open only
              </button>
              <span className="muted">
                {shown.length} of {data.length}
              </span>
              <span className="grow" />
              {add}
            </div>
            <Table threats={shown} chosen={search.threat} onChoose={show} />
          </>
        )}
      </div>
      {(chosen || (search.threat === NEW && mayEdit)) && (
        <ThreatEditor
          key={chosen?.id ?? NEW}
          modelId={modelId}
          threat={chosen}
          editable={mayEdit}
          onClose={() => show()}
          onSaved={(threat) => show(threat.id)}
        />
      )}
    </section>
  );
}

function Table({
  threats,
  chosen,
  onChoose,
}: {
  threats: readonly Threat[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Severity</th>
            <th scope="col">Name</th>
            <th scope="col">Status</th>
            <th scope="col">Mitigation</th>
          </tr>
        </thead>
        <tbody>
          {threats.map((threat) => (
            <tr
              key={threat.id}
              className={`${severityOf(threat.severity)}${threat.id === chosen ? ' chosen' : ''}`}
            >
              <td>
                <Severity value={threat.severity} />
              </td>
              <td>
                <button
                  type="button"
                  className="row-link"
                  aria-current={threat.id === chosen}
                  onClick={() => onChoose(threat.id)}
                >
                  {threat.name}
                </button>
              </td>
              <td>{capital(threat.status ?? 'open')}</td>
              <td className="clip muted">{threat.mitigation ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
