import { type ThreatModel, whyRefused } from '@tmi/api';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Icon, Problem, SEVERITIES, Severity, TextArea } from '@tmi/ui';
import { useState } from 'react';
import { api } from '../api';
import { Thumbnail } from '../thumbnail';
import { bySeverity, isOpen } from './counts';
import { keepModel, useDiagrams, useModel, useModelId, useRole, useThreats } from './use-model';

/** Is this good enough to ship? What is open, how bad, and what to do next. */
export function OverviewTab() {
  const modelId = useModelId();
  const { data: model } = useModel();
  const role = useRole(model);
  const threats = useThreats(modelId).data ?? [];
  const diagrams = useDiagrams(modelId).data ?? [];
  const counts = bySeverity(threats.filter(isOpen));
  if (!model) return null;
  return (
    <div className="overview">
      <section aria-labelledby="by-severity" className="panel">
        <h2 id="by-severity">Open threats by severity</h2>
        <ul className="severity-list">
          {SEVERITIES.map((each) => (
            <li key={each} className={counts[each] === 0 ? 'none' : undefined}>
              <Severity value={each} />
              <span className="number">{counts[each]}</span>
            </li>
          ))}
        </ul>
        <p className="muted">
          {threats.length - threats.filter(isOpen).length} of {threats.length} settled
        </p>
      </section>
      <section aria-labelledby="next-steps" className="panel">
        <h2 id="next-steps">Next steps</h2>
        <NextSteps
          modelId={modelId}
          diagrams={diagrams.length}
          threats={threats.length}
          unanswered={threats.filter((each) => isOpen(each) && !each.mitigation).length}
          shared={model.authorization.length > 1}
        />
      </section>
      {diagrams[0] && (
        <section aria-labelledby="first-diagram" className="panel picture">
          <h2 id="first-diagram">
            <Link
              to="/models/$modelId/diagrams/$diagramId"
              params={{ modelId, diagramId: diagrams[0].id }}
            >
              {diagrams[0].name}
            </Link>
          </h2>
          <Thumbnail modelId={modelId} diagramId={diagrams[0].id} />
        </section>
      )}
      <Description key={model.description} model={model} editable={role !== 'reader'} />
    </div>
  );
}

function NextSteps(props: {
  modelId: string;
  diagrams: number;
  threats: number;
  unanswered: number;
  shared: boolean;
}) {
  const { modelId, diagrams, threats, unanswered, shared } = props;
  const to = { params: { modelId } };
  return (
    <ul className="steps">
      <Step done={diagrams > 0}>
        <Link to="/models/$modelId/diagrams" {...to}>
          Draw how the data moves
        </Link>
      </Step>
      <Step done={threats > 0}>
        <Link to="/models/$modelId/threats" {...to}>
          Write down what could go wrong
        </Link>
      </Step>
      <Step done={threats > 0 && unanswered === 0}>
        <Link to="/models/$modelId/threats" {...to}>
          {unanswered > 0
            ? `Decide about ${unanswered} ${unanswered === 1 ? 'threat' : 'threats'} without a mitigation`
            : 'Decide what to do about each'}
        </Link>
      </Step>
      <Step done={shared}>
        <Link to="/models/$modelId/access" {...to}>
          Share it with those who build the system
        </Link>
      </Step>
    </ul>
  );
}

function Step({ done, children }: { done: boolean; children: React.ReactNode }) {
  return (
    <li className={done ? 'done' : undefined}>
      <Icon name={done ? 'check' : 'circle'} />
      <span>
        {children}
        {done && <span className="out-of-sight"> (done)</span>}
      </span>
    </li>
  );
}

function Description({ model, editable }: { model: ThreatModel; editable: boolean }) {
  const [text, setText] = useState(model.description ?? '');
  const save = useMutation({
    mutationFn: () => api.patchThreatModel(model.id, { description: text }),
    onSuccess: keepModel,
  });
  const wrong = whyRefused('text', text);
  const changed = text !== (model.description ?? '');
  if (!editable) {
    return model.description ? <p className="panel prose">{model.description}</p> : null;
  }
  return (
    <section className="panel" aria-label="About">
      <TextArea
        label="Description"
        value={text}
        wrong={wrong}
        maxLength={2048}
        rows={4}
        placeholder="What is looked at, what is not, and who relies on it"
        onChange={(event) => setText(event.target.value)}
      />
      {save.error && <Problem error={save.error} />}
      {changed && (
        <div className="actions">
          <Button onClick={() => setText(model.description ?? '')}>Discard</Button>
          <Button kind="primary" disabled={save.isPending || !!wrong} onClick={() => save.mutate()}>
            Save description
          </Button>
        </div>
      )}
    </section>
  );
}
