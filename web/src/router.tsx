import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { Broken } from './frame/Broken.js';
import { NotFound } from './frame/NotFound.js';
import { OpenReview } from './frame/OpenReview.js';
import { Reviews } from './frame/Reviews.js';
import { Gather } from './rooms/gather/Gather.js';
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
import type { SeeSearch } from './ui/selection.js';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): SeeSearch =>
    typeof search.see === 'string' ? { see: search.see } : {},
});
const reviews = createRoute({ getParentRoute: () => root, path: '/', component: Reviews });
const review = createRoute({ getParentRoute: () => root, path: '$review', component: OpenReview });
const inReview = () => review;

/** Every page; those of a room stand under the room's name. */
const tree = root.addChildren([
  reviews,
  review.addChildren([
    createRoute({ getParentRoute: inReview, path: '/', component: Overview }),
    createRoute({ getParentRoute: inReview, path: 'plan', component: Plan }),
    createRoute({ getParentRoute: inReview, path: 'gather', component: Gather }),
    createRoute({ getParentRoute: inReview, path: 'screen', component: Screen }),
    createRoute({ getParentRoute: inReview, path: 'read', component: Read }),
    createRoute({ getParentRoute: inReview, path: 'read/$report', component: ReportPage }),
    createRoute({ getParentRoute: inReview, path: 'relate', component: Relate }),
    createRoute({ getParentRoute: inReview, path: 'translate', component: Translate }),
    createRoute({ getParentRoute: inReview, path: 'synthesise', component: Synthesise }),
    createRoute({ getParentRoute: inReview, path: 'synthesise/$construct', component: ConstructPage }),
    createRoute({ getParentRoute: inReview, path: 'report', component: ReportRoom }),
    createRoute({ getParentRoute: inReview, path: 'notes', component: Notes }),
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
