import { whyRefused } from '@tmi/api';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Dialog, Empty, Problem, TextField } from '@tmi/ui';
import { type FormEvent, useState } from 'react';
import { api, keys, queries } from '../api';
import { Thumbnail } from '../thumbnail';
import { When } from '../when';
import { useDiagrams, useModel, useModelId, useRole } from './use-model';

export function DiagramsTab() {
  const modelId = useModelId();
  const role = useRole(useModel().data);
  const { data, error } = useDiagrams(modelId);
  const [creating, setCreating] = useState(false);
  const mayCreate = role === 'writer' || role === 'owner';
  const create = mayCreate && (
    <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
      New diagram
    </Button>
  );
  return (
    <section aria-label="Diagrams">
      {error && <Problem error={error} />}
      {data?.length === 0 && (
        <Empty icon="flow" title="No diagram yet" action={create}>
          Draw the people, the running parts and the stores; connect them with flows; put a trust
          boundary around what belongs together.
        </Empty>
      )}
      {data && data.length > 0 && (
        <>
          <div className="tools">{create}</div>
          <ul className="cards">
            {data.map((diagram) => (
              <li key={diagram.id} className="model-card">
                <Thumbnail modelId={modelId} diagramId={diagram.id} />
                <div className="words">
                  <Link
                    className="whole"
                    to="/models/$modelId/diagrams/$diagramId"
                    params={{ modelId, diagramId: diagram.id }}
                  >
                    {diagram.name}
                  </Link>
                  <p className="muted">
                    Changed <When at={diagram.modified_at} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {creating && <NewDiagram modelId={modelId} onClose={() => setCreating(false)} />}
    </section>
  );
}

function NewDiagram({ modelId, onClose }: { modelId: string; onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [unnamed, setUnnamed] = useState<string>();
  const wrong = whyRefused('line', name) ?? unnamed;
  const create = useMutation({
    mutationFn: (text: string) => api.createDiagram(modelId, text),
    onSuccess: async (diagram) => {
      await queries.invalidateQueries({ queryKey: keys.diagrams(modelId) });
      await navigate({
        to: '/models/$modelId/diagrams/$diagramId',
        params: { modelId, diagramId: diagram.id },
      });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') setUnnamed('Give it a name');
    else if (!wrong) create.mutate(name.trim());
  };
  return (
    <Dialog title="New diagram" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label="Name"
          value={name}
          wrong={wrong}
          maxLength={256}
          hint="What it shows, for instance “Checkout” or “Deployment”"
          onChange={(event) => {
            setName(event.target.value);
            setUnnamed(undefined);
          }}
        />
        {create.error && <Problem error={create.error} />}
        <div className="actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={create.isPending}>
            Create
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
