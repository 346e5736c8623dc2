import { type Provider, startSignIn } from '@tmi/api';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Icon, Problem, TextField } from '@tmi/ui';
import { type FormEvent, useState } from 'react';
import { api } from '../api';

const route = getRouteApi('/sign-in');

/** One card: the providers as buttons, and nothing else. */
export function SignIn() {
  const { next } = route.useSearch();
  const { data, error } = useQuery({ queryKey: ['providers'], queryFn: api.providers });
  const [failure, setFailure] = useState<unknown>();
  const wanted = next && next.startsWith('/') ? next : '/';
  const go = (provider: Provider, hint?: string): void => {
    const callback = `${location.origin}/app/oauth2/callback`;
    startSignIn(provider, callback, wanted, place, hint).catch(setFailure);
  };
  const development = data?.find(({ id }) => id === 'tmi');
  const others = data?.filter(({ id }) => id !== 'tmi') ?? [];
  return (
    <main className="sign-in">
      <div className="card">
        <span className="emblem">
          <Icon name="flow" size={32} />
        </span>
        <div>
          <h1>Sign in to TMI</h1>
          <p className="muted">Draw data flows together, find threats, decide what to do.</p>
        </div>
        {wanted !== '/' && <p className="quiet-note">Sign in to continue where you were.</p>}
        {(error || failure !== undefined) && <Problem error={failure ?? error} />}
        {data?.length === 0 && <p>No way to sign in is set up on this installation.</p>}
        {others.map((provider) => (
          <Button key={provider.id} large wide onClick={() => go(provider)}>
            Continue with {provider.name}
          </Button>
        ))}
        {development && <Development onGo={(hint) => go(development, hint)} />}
      </div>
    </main>
  );
}

const place = {
  storage: sessionStorage,
  go: (url: string) => location.assign(url),
};

const HINT = /^[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9])?$/;

/** The development provider believes whatever name it is told. */
function Development({ onGo }: { onGo: (hint: string) => void }) {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const hint = name.trim().toLowerCase();
    if (!HINT.test(hint)) {
      setWrong('Up to 64 letters, digits or . _ % + - with a letter or digit at both ends');
      return;
    }
    onGo(hint);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        label="User name"
        hint="Development sign-in: any name makes a user, without a password."
        wrong={wrong}
        value={name}
        autoFocus
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        onChange={(event) => {
          setName(event.target.value);
          setWrong(undefined);
        }}
      />
      <Button type="submit" kind="primary" large wide>
        Sign in
      </Button>
    </form>
  );
}
