import { type Role, samePerson } from '@tmi/api';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SyncStatus, words } from '@tmi/sync';
import { Avatar, Button, Icon, IconButton, toast } from '@tmi/ui';
import { useSyncExternalStore } from 'react';
import { api, keys, queries, useMe } from '../api';
import { Rename } from '../frame/rename';
import type { Desk } from './desk';

type Panel = 'inspector' | 'outline' | undefined;

/** Where I am, whether it is saved, who is here, and the way to work together. */
export function SessionBar({
  desk,
  model,
  diagram,
  role,
  panel,
  onPanel,
}: {
  readonly desk: Desk;
  readonly model: { readonly id: string; readonly name: string };
  readonly diagram: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly panel: Panel;
  readonly onPanel: (panel: Panel) => void;
}) {
  const status = useSyncExternalStore(desk.status.subscribe, desk.status.get);
  const rename = useMutation({
    mutationFn: (name: string) => api.patchDiagram(model.id, diagram.id, { name }),
    onSuccess: async (_answer, name) => {
      queries.setQueryData(['open-diagram', model.id, diagram.id], (old: object) => ({
        ...old,
        name,
      }));
      await queries.invalidateQueries({ queryKey: keys.diagrams(model.id) });
    },
    onError: (error) => toast(error.message, 'problem'),
  });
  const toggle = (which: Panel): void => onPanel(panel === which ? undefined : which);
  return (
    <header className="session-bar">
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link to="/models/$modelId/diagrams" params={{ modelId: model.id }} title={model.name}>
          {model.name}
        </Link>
        <span aria-hidden="true">/</span>
      </nav>
      <Rename
        small
        name={diagram.name}
        label="Name of the diagram"
        editable={role !== 'reader' && !status.live}
        onRename={(name) => rename.mutate(name)}
      />
      <span className={`connection ${status.connection.kind}`} role="status">
        {words(status.connection)}
      </span>
      <span className="grow" />
      <People status={status} />
      <Together desk={desk} status={status} role={role} />
      <IconButton
        icon="models"
        label="Outline"
        aria-pressed={panel === 'outline'}
        onClick={() => toggle('outline')}
      />
      <IconButton
        icon="panel"
        label="Inspector"
        aria-pressed={panel === 'inspector'}
        onClick={() => toggle('inspector')}
      />
    </header>
  );
}

function People({ status }: { status: SyncStatus }) {
  if (!status.live || status.people.length === 0) return null;
  return (
    <ul className="people-here" aria-label="People here">
      {status.people.map(({ user, permissions }) => (
        <li key={user.provider + user.provider_id}>
          <Avatar
            id={user.provider + user.provider_id}
            name={user.display_name ?? user.email ?? user.provider_id}
            note={[
              status.host && samePerson(status.host, user) ? 'host' : '',
              permissions === 'writer' ? '' : 'reader',
            ]
              .filter(Boolean)
              .join(', ')}
          />
        </li>
      ))}
    </ul>
  );
}

function Together({ desk, status, role }: { desk: Desk; status: SyncStatus; role: Role }) {
  const me = useMe();
  const copy = (): void => {
    void navigator.clipboard.writeText(location.href).then(
      () => toast('Link copied'),
      () => toast(`Copy the address of this page: ${location.href}`),
    );
  };
  if (status.live) {
    const host = me && status.host && samePerson(status.host, me);
    return (
      <>
        <span className="live-mark">
          <Icon name="live" size={16} /> Live
        </span>
        <IconButton icon="link" label="Copy the link to this diagram" onClick={copy} />
        {host && <Button onClick={() => void desk.endSession()}>End session</Button>}
      </>
    );
  }
  if (role === 'reader') return null;
  return (
    <Button icon="live" kind="primary" onClick={() => void desk.goLive()}>
      Work together
    </Button>
  );
}
