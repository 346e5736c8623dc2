import type { Me } from '@tmi/api';
import { useMutation } from '@tanstack/react-query';
import { Avatar, Button, Problem } from '@tmi/ui';

/** Who I am, and the way out. A native popover: Escape and a press elsewhere close it. */
export function Account({ me, onSignOut }: { me: Me; onSignOut: () => Promise<void> }) {
  const leave = useMutation({ mutationFn: onSignOut });
  const name = me.display_name ?? me.email ?? me.provider_id;
  return (
    <>
      <button type="button" className="account" popoverTarget="account">
        <span className="out-of-sight">Account of </span>
        <Avatar id={me.provider + me.provider_id} name={name} />
      </button>
      <div id="account" popover="auto" className="account-card" role="dialog" aria-label="Account">
        <strong>{name}</strong>
        {me.email && <span className="muted">{me.email}</span>}
        {me.is_admin && <span className="muted">Administrator</span>}
        {leave.error && <Problem error={leave.error} />}
        <Button icon="out" disabled={leave.isPending} onClick={() => leave.mutate()}>
          Sign out
        </Button>
      </div>
    </>
  );
}
