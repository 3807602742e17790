import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Forgotten } from './entrance/Forgotten.js';
import { Join } from './entrance/Join.js';
import { Reset } from './entrance/Reset.js';
import { Setup } from './entrance/Setup.js';
import { SignIn } from './entrance/SignIn.js';
import { Broken } from './frame/Broken.js';
import { NotFound } from './frame/NotFound.js';
import { OpenReview } from './frame/OpenReview.js';
import { Reviews } from './frame/Reviews.js';
import { Root } from './frame/Root.js';
import { DuplicatesPage } from './rooms/gather/duplicates/DuplicatesPage.js';
import { Gather } from './rooms/gather/Gather.js';
import { RecordPage } from './rooms/gather/RecordPage.js';
import { Notes } from './rooms/notes/Notes.js';
import { Overview } from './rooms/overview/Overview.js';
import { Plan } from './rooms/plan/Plan.js';
import { Read } from './rooms/read/Read.js';
import { ReportPage } from './rooms/read/ReportPage.js';
import { Relate } from './rooms/relate/Relate.js';
import { ReportRoom } from './rooms/report/ReportRoom.js';
import { Screen } from './rooms/screen/Screen.js';
import { ConstructPage } from './rooms/synthesise/ConstructPage.js';
import { Synthesise } from './rooms/synthesise/Synthesise.js';
import { Translate } from './rooms/translate/Translate.js';
import { TeamPage } from './team/TeamPage.js';
import type { SeeSearch } from './ui/selection.js';

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): SeeSearch =>
    typeof search.see === 'string' ? { see: search.see } : {},
});
const inRoot = () => root;
const reviews = createRoute({
  getParentRoute: inRoot,
  path: '/',
  component: Reviews,
  /** The list itself, though there is only one review. */
  validateSearch: ({ all }: Record<string, unknown>): { readonly all?: boolean } => (all === true ? { all } : {}),
});
const signIn = createRoute({
  getParentRoute: inRoot,
  path: 'sign-in',
  component: SignIn,
  /** Where one was going, and what went wrong at a provider. */
  validateSearch: ({ to, problem }: Record<string, unknown>): { readonly to?: string; readonly problem?: string } => ({
    ...(typeof to === 'string' ? { to } : {}),
    ...(typeof problem === 'string' ? { problem } : {}),
  }),
});
const review = createRoute({ getParentRoute: () => root, path: '$review', component: OpenReview });
const inReview = () => review;

/** Seldom opened, and on a desk never: fetched when they are. */
const accountPage = lazyRouteComponent(() => import('./account/AccountPage.js'), 'AccountPage');
const adminPage = lazyRouteComponent(() => import('./admin/AdminPage.js'), 'AdminPage');

/** Every page; those of a room stand under the room's name. */
const tree = root.addChildren([
  reviews,
  signIn,
  createRoute({ getParentRoute: inRoot, path: 'setup', component: Setup }),
  createRoute({ getParentRoute: inRoot, path: 'join/$token', component: Join }),
  createRoute({ getParentRoute: inRoot, path: 'forgotten', component: Forgotten }),
  createRoute({
    getParentRoute: inRoot,
    path: 'reset',
    component: Reset,
    validateSearch: ({ token }: Record<string, unknown>): { readonly token?: string } =>
      token === undefined ? {} : { token: String(token) },
  }),
  createRoute({ getParentRoute: inRoot, path: 'reset/$token', component: Reset }),
  createRoute({ getParentRoute: inRoot, path: 'account', component: accountPage }),
  createRoute({ getParentRoute: inRoot, path: 'admin', component: adminPage }),
  review.addChildren([
    createRoute({ getParentRoute: inReview, path: '/', component: Overview }),
    createRoute({ getParentRoute: inReview, path: 'plan', component: Plan }),
    createRoute({ getParentRoute: inReview, path: 'gather', component: Gather }),
    createRoute({
      getParentRoute: inReview,
      path: 'gather/duplicates',
      component: DuplicatesPage,
      /** A group that one comes for stands open; it is found by its words. */
      validateSearch: ({
        group,
        words,
      }: Record<string, unknown>): { readonly group?: string; readonly words?: string } => ({
        ...(typeof group === 'string' ? { group } : {}),
        ...(words === undefined || words === '' ? {} : { words: String(words) }),
      }),
    }),
    createRoute({ getParentRoute: inReview, path: 'gather/$record', component: RecordPage }),
    createRoute({ getParentRoute: inReview, path: 'screen', component: Screen }),
    createRoute({ getParentRoute: inReview, path: 'read', component: Read }),
    createRoute({ getParentRoute: inReview, path: 'read/$report', component: ReportPage }),
    createRoute({ getParentRoute: inReview, path: 'relate', component: Relate }),
    createRoute({ getParentRoute: inReview, path: 'translate', component: Translate }),
    createRoute({ getParentRoute: inReview, path: 'synthesise', component: Synthesise }),
    createRoute({ getParentRoute: inReview, path: 'synthesise/$construct', component: ConstructPage }),
    createRoute({ getParentRoute: inReview, path: 'report', component: ReportRoom }),
    createRoute({ getParentRoute: inReview, path: 'notes', component: Notes }),
    createRoute({ getParentRoute: inReview, path: 'team', component: TeamPage }),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
