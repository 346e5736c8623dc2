import { type ErrorComponentProps, Link, Outlet, useMatches } from '@tanstack/react-router';
import { Button, Empty, Icon, IconButton, Problem, applyTheme, isDark } from '@tmi/ui';
import { useState } from 'react';
import { api, queries, useMe } from '../api';
import { router } from '../router';
import { Account } from './account';

/** The frame of every screen behind the sign-in: a slim rail, and the screen. */
export function Shell() {
  const me = useMe();
  const inEditor = useMatches().some(({ routeId }) => routeId.endsWith('$diagramId'));
  if (!me) return <div className="waiting" aria-busy="true" />;
  return (
    <div className={inEditor ? 'shell editing' : 'shell'}>
      <a className="skip button" href="#main">
        Skip to content
      </a>
      <nav className="rail" aria-label="Main">
        <Link to="/" className="mark" aria-label="Home" title="Home">
          <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="currentColor" />
            <path d="M7 21c8 0 8-10 17-10M19.500 6.500L24.500 11l-4.500 5" className="stroke" />
          </svg>
        </Link>
        <Link to="/" className="stop" activeOptions={{ exact: true }} title="Threat models">
          <Icon name="models" size={20} />
          <span className="out-of-sight">Threat models</span>
        </Link>
        <span className="grow" />
        <ThemeSwitch />
        <Account me={me} onSignOut={signOut} />
      </nav>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function ThemeSwitch() {
  const [dark, setDark] = useState(isDark);
  const other = dark ? 'light' : 'dark';
  return (
    <IconButton
      icon={dark ? 'sun' : 'moon'}
      label={`Use the ${other} theme`}
      onClick={() => {
        applyTheme(other);
        setDark(!dark);
      }}
    />
  );
}

async function signOut(): Promise<void> {
  await api.signOut();
  queries.clear();
  await router.navigate({ to: '/sign-in' });
}

export function Missing() {
  return (
    <Empty icon="help" title="There is nothing here" action={<Link to="/">Go home</Link>}>
      The address does not lead to anything, or you may not see it.
    </Empty>
  );
}

export function Failed({ error, reset }: ErrorComponentProps) {
  return (
    <div className="page">
      <Problem error={error} />
      <Button onClick={reset}>Try again</Button>
    </div>
  );
}
