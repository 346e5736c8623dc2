import { type Grant, type Role, type ThreatModel, isEveryone, samePerson } from '@tmi/api';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Avatar, Button, IconButton, Problem, Select, TextField } from '@tmi/ui';
import { type FormEvent, useState } from 'react';
import { api } from '../api';
import { keepModel, useModel, useRole } from './use-model';

const ROLES = [
  { value: 'reader', text: 'Reader – may look' },
  { value: 'writer', text: 'Writer – may change' },
  { value: 'owner', text: 'Owner – may also share and delete' },
];

/** Who may see this, and who may change it. Only owners change it. */
export function AccessTab() {
  const { data: model } = useModel();
  const role = useRole(model);
  const [asked, setAsked] = useState<readonly Grant[]>();
  const share = useMutation({
    mutationFn: (grants: readonly Grant[]) => api.share(model!.id, grants),
    onSuccess: keepModel,
    onSettled: () => setAsked(undefined),
  });
  if (!model) return null;
  const owner = role === 'owner';
  // What was asked for is shown in the same stroke and settles with the answer.
  const grants = asked ?? model.authorization;
  const ask = (next: readonly Grant[]): void => {
    setAsked(next);
    share.mutate(next);
  };
  const others = grants.filter((grant) => !isEveryone(grant));
  return (
    <section aria-label="Access" className="access">
      {share.error && <Problem error={share.error} />}
      {!owner && <p className="muted">Only owners can change who has access.</p>}
      {owner && (
        <AddPerson onAdd={(grant) => share.mutateAsync([...without(grants, grant), grant])} />
      )}
      <Everyone grants={grants} disabled={!owner || share.isPending} onChange={ask} />
      <ul className="people">
        {others.map((grant) => (
          <Person
            key={grant.principal_type + grant.provider + grant.provider_id}
            grant={grant}
            model={model}
            disabled={!owner || share.isPending}
            onRole={(next) => ask([...without(grants, grant), { ...grant, role: next }])}
            onRemove={() => ask(without(grants, grant))}
          />
        ))}
      </ul>
    </section>
  );
}

function without(grants: readonly Grant[], gone: Grant): Grant[] {
  return grants.filter(
    (each) => each.principal_type !== gone.principal_type || !samePerson(each, gone),
  );
}

function Person({
  grant,
  model,
  disabled,
  onRole,
  onRemove,
}: {
  grant: Grant;
  model: ThreatModel;
  disabled: boolean;
  onRole: (role: Role) => void;
  onRemove: () => void;
}) {
  const name = grant.display_name ?? grant.email ?? grant.provider_id;
  const main = grant.principal_type === 'user' && samePerson(grant, model.owner);
  const told = grant.principal_type === 'group' ? 'Group' : (grant.email ?? grant.provider_id);
  return (
    <li>
      <Avatar id={grant.provider + grant.provider_id} name={name} />
      <span className="who">
        <strong>{name}</strong>
        <span className="muted">
          {told} · {grant.provider}
        </span>
      </span>
      {main ? (
        <span className="muted">Owns this threat model</span>
      ) : (
        <>
          <select
            className="input role"
            aria-label={`Role of ${name}`}
            value={grant.role}
            disabled={disabled}
            onChange={(event) => onRole(event.target.value as Role)}
          >
            {ROLES.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
          <IconButton
            icon="close"
            label={`Take access from ${name}`}
            disabled={disabled}
            onClick={onRemove}
          />
        </>
      )}
    </li>
  );
}

const EVERYONE: Grant = {
  principal_type: 'group',
  provider: 'tmi',
  provider_id: 'everyone',
  role: 'reader',
};

function Everyone({
  grants,
  disabled,
  onChange,
}: {
  grants: readonly Grant[];
  disabled: boolean;
  onChange: (grants: readonly Grant[]) => void;
}) {
  const found = grants.find(isEveryone);
  const rest = grants.filter((grant) => !isEveryone(grant));
  return (
    <div className={found ? 'everyone on' : 'everyone'}>
      <label className="check">
        <input
          type="checkbox"
          role="switch"
          checked={found !== undefined}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked ? [...rest, EVERYONE] : rest)}
        />
        <strong>Everyone who is signed in</strong>
      </label>
      <p className="muted">
        {found
          ? `Every person on this installation may ${found.role === 'reader' ? 'read' : 'change'} this threat model.`
          : 'Only the people and groups below have access.'}
      </p>
    </div>
  );
}

function AddPerson({ onAdd }: { onAdd: (grant: Grant) => Promise<unknown> }) {
  const providers = useQuery({ queryKey: ['providers'], queryFn: api.providers });
  const [id, setId] = useState('');
  const [kind, setKind] = useState<'user' | 'group'>('user');
  const [provider, setProvider] = useState<string>();
  const [role, setRole] = useState<Role>('writer');
  const known = providers.data ?? [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = provider ?? known[0]?.id;
    if (id.trim() === '' || !chosen) return;
    const grant: Grant = { principal_type: kind, provider: chosen, provider_id: id.trim(), role };
    onAdd(grant).then(
      () => setId(''),
      () => undefined,
    );
  };
  return (
    <form className="add-person" onSubmit={submit}>
      <Select
        label="Kind"
        value={kind}
        options={[
          { value: 'user', text: 'Person' },
          { value: 'group', text: 'Group' },
        ]}
        onChange={(event) => setKind(event.target.value as 'user' | 'group')}
      />
      {known.length > 1 && (
        <Select
          label="Signs in with"
          value={provider ?? known[0]?.id ?? ''}
          options={known.map((each) => ({ value: each.id, text: each.name }))}
          onChange={(event) => setProvider(event.target.value)}
        />
      )}
      <TextField
        label={kind === 'user' ? 'User name or e-mail' : 'Name of the group'}
        value={id}
        maxLength={500}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setId(event.target.value)}
      />
      <Select
        label="Role"
        value={role}
        options={ROLES}
        onChange={(event) => setRole(event.target.value as Role)}
      />
      <Button type="submit" kind="primary" icon="share">
        Share
      </Button>
    </form>
  );
}
