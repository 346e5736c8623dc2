import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Failed, Missing, Shell } from './frame/shell';
import { Home } from './home/home';
import { AccessTab } from './model/access';
import { DiagramsTab } from './model/diagrams';
import { ModelPage } from './model/model-page';
import { OverviewTab } from './model/overview';
import { ThreatsTab } from './model/threats';
import { Callback } from './sign-in/callback';
import { SignIn } from './sign-in/sign-in';

const root = createRootRoute({ notFoundComponent: Missing, errorComponent: Failed });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignIn,
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search['next'] === 'string' ? { next: search['next'] } : {},
});

const callback = createRoute({
  getParentRoute: () => root,
  path: '/oauth2/callback',
  component: Callback,
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({ getParentRoute: () => shell, path: '/', component: Home });

const model = createRoute({
  getParentRoute: () => shell,
  path: '/models/$modelId',
  component: ModelPage,
});
const overview = createRoute({ getParentRoute: () => model, path: '/', component: OverviewTab });
const diagrams = createRoute({
  getParentRoute: () => model,
  path: '/diagrams',
  component: DiagramsTab,
});
const threats = createRoute({
  getParentRoute: () => model,
  path: '/threats',
  component: ThreatsTab,
  validateSearch: (search: Record<string, unknown>): { threat?: string; status?: string } => ({
    ...(typeof search['threat'] === 'string' ? { threat: search['threat'] } : {}),
    ...(typeof search['status'] === 'string' ? { status: search['status'] } : {}),
  }),
});
const access = createRoute({ getParentRoute: () => model, path: '/access', component: AccessTab });

const diagram = createRoute({
  getParentRoute: () => shell,
  path: '/models/$modelId/diagrams/$diagramId',
  component: lazyRouteComponent(() => import('./diagram/diagram-page'), 'DiagramPage'),
});

const tree = root.addChildren([
  signIn,
  callback,
  shell.addChildren([home, model.addChildren([overview, diagrams, threats, access]), diagram]),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: '/app',
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
