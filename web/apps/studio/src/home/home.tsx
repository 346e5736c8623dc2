import { type Me, type Session, type ThreatModelItem, samePerson } from '@tmi/api';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Empty, Icon, Problem } from '@tmi/ui';
import { useState } from 'react';
import { api, keys, useMe } from '../api';
import { ModelCard } from './model-card';
import { NewModel } from './new-model';

export function Home() {
  const me = useMe();
  const models = useQuery({ queryKey: keys.models, queryFn: api.threatModels });
  const sessions = useQuery({
    queryKey: keys.sessions,
    queryFn: api.sessions,
    refetchInterval: 10_000,
  });
  const [creating, setCreating] = useState(false);
  if (!me) return null;
  return (
    <div className="page">
      <header className="page-head">
        <h1>Threat models</h1>
        <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
          New threat model
        </Button>
      </header>
      {sessions.data && sessions.data.length > 0 && <Live sessions={sessions.data} />}
      {models.error && <Problem error={models.error} />}
      {models.data && <Models me={me} models={models.data} onCreate={() => setCreating(true)} />}
      {models.isPending && <div className="cards">{[1, 2, 3].map(card)}</div>}
      {creating && <NewModel onClose={() => setCreating(false)} />}
    </div>
  );
}

function card(key: number) {
  return <div key={key} className="skeleton model-card" />;
}

function Live({ sessions }: { sessions: readonly Session[] }) {
  return (
    <section className="live-now" aria-labelledby="live-now">
      <h2 id="live-now">
        <Icon name="live" /> Live now
      </h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.session_id}>
            <span>
              <strong>{session.diagram_name}</strong>
              <span className="muted"> in {session.threat_model_name}</span>
            </span>
            <span className="muted">
              {session.participants.length === 1
                ? '1 person'
                : `${session.participants.length} people`}
            </span>
            <Link
              className="button"
              to="/models/$modelId/diagrams/$diagramId"
              params={{ modelId: session.threat_model_id, diagramId: session.diagram_id }}
            >
              Join<span className="out-of-sight"> {session.diagram_name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Models({
  me,
  models,
  onCreate,
}: {
  me: Me;
  models: readonly ThreatModelItem[];
  onCreate: () => void;
}) {
  if (models.length === 0) return <Nothing onCreate={onCreate} />;
  const newest = [...models].sort((a, b) => b.modified_at.localeCompare(a.modified_at));
  const mine = newest.filter((model) => samePerson(model.owner, me));
  const shared = newest.filter((model) => !samePerson(model.owner, me));
  return (
    <>
      <Group title="Mine" models={mine} />
      <Group title="Shared with me" models={shared} />
    </>
  );
}

function Group({ title, models }: { title: string; models: readonly ThreatModelItem[] }) {
  if (models.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="group-title">{title}</h2>
      <ul className="cards">
        {models.map((model, index) => (
          <ModelCard key={model.id} model={model} pictured={index < 12} />
        ))}
      </ul>
    </section>
  );
}

function Nothing({ onCreate }: { onCreate: () => void }) {
  return (
    <Empty
      icon="flow"
      title="Start with a drawing"
      action={
        <Button kind="primary" icon="plus" large onClick={onCreate}>
          New threat model
        </Button>
      }
    >
      A threat model holds diagrams of how data moves through a system, the threats that follow from
      them, and what you decided to do. Draw who talks to what, mark where trust ends, then ask of
      each flow that crosses: what could go wrong here?
    </Empty>
  );
}
