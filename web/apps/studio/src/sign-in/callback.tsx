import { finishSignIn } from '@tmi/api';
import { useNavigate } from '@tanstack/react-router';
import { Problem } from '@tmi/ui';
import { useEffect, useRef, useState } from 'react';
import { api, queries } from '../api';

/** Back from the provider. The code is good once, so it is used once, however often React mounts this. */
export function Callback() {
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>();
  const used = useRef(false);
  useEffect(() => {
    if (used.current) return;
    used.current = true;
    const query = new URLSearchParams(location.search);
    const place = { storage: sessionStorage, go: (url: string) => location.assign(url) };
    finishSignIn(api, query, place).then(async (wanted) => {
      await queries.invalidateQueries({ queryKey: ['me'] });
      await navigate({ href: wanted, replace: true });
    }, setFailure);
  }, [navigate]);
  if (!failure) return <div className="waiting" aria-busy="true" />;
  return (
    <main className="sign-in">
      <div className="card">
        <h1>Sign-in did not work</h1>
        <Problem error={failure} />
        <a className="button primary" href="/app/sign-in">
          Sign in again
        </a>
      </div>
    </main>
  );
}
