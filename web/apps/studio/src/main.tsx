import '@fontsource-variable/inter/wght.css';
import '@tmi/ui/tokens.css';
import '@tmi/ui/ui.css';
import './styles.css';
import { Toasts, applyTheme, storedTheme } from '@tmi/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { api, queries } from './api';
import { router } from './router';

applyTheme(storedTheme());

api.http.onSignedOut(() => {
  queries.setQueryData(['me'], null);
  const { pathname } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/oauth2/callback') return;
  void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
});

// After an upgrade the old page asks for files that are gone: it takes the new page, once.
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem('tmi.reloaded') === document.URL) return;
  sessionStorage.setItem('tmi.reloaded', document.URL);
  event.preventDefault();
  location.reload();
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  </StrictMode>,
);
