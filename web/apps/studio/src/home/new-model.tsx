import { whyRefused } from '@tmi/api';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dialog, Problem, Select, TextArea, TextField } from '@tmi/ui';
import { type FormEvent, useState } from 'react';
import { api, keys, queries } from '../api';

const FRAMEWORKS = ['STRIDE', 'LINDDUN', 'CIA', 'DIE', 'PLOT4ai'].map((value) => ({
  value,
  text: value,
}));

export function NewModel({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [framework, setFramework] = useState('STRIDE');
  const [unnamed, setUnnamed] = useState<string>();
  const wrong = {
    name: whyRefused('line', name) ?? unnamed,
    description: whyRefused('text', description),
  };
  const create = useMutation({
    mutationFn: api.createThreatModel,
    onSuccess: async (model) => {
      await queries.invalidateQueries({ queryKey: keys.models });
      await navigate({ to: '/models/$modelId/diagrams', params: { modelId: model.id } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') setUnnamed('Give it a name');
    else if (!wrong.name && !wrong.description)
      create.mutate({ name: name.trim(), description: description.trim(), framework });
  };
  return (
    <Dialog title="New threat model" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label="Name"
          value={name}
          wrong={wrong.name}
          maxLength={256}
          hint="The system or feature that you look at"
          onChange={(event) => {
            setName(event.target.value);
            setUnnamed(undefined);
          }}
        />
        <TextArea
          label="Description"
          value={description}
          wrong={wrong.description}
          maxLength={2048}
          onChange={(event) => setDescription(event.target.value)}
        />
        <Select
          label="Framework"
          hint="The list of threat kinds that you work with"
          value={framework}
          options={FRAMEWORKS}
          onChange={(event) => setFramework(event.target.value)}
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
