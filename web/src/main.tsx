import '@throughline/core/no-eval';
import '@throughline/evidence/look.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import './ui/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { wearTheme } from './frame/theme.js';
import { door } from './house/accounts.js';
import { SessionProvider } from './house/SessionContext.js';
import { SessionStore } from './house/session-store.js';
import { router } from './router.js';

wearTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the workbench.');
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: Number.POSITIVE_INFINITY } } });
const sessions = new SessionStore(door.session);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <SessionProvider store={sessions}>
        <RouterProvider router={router} />
      </SessionProvider>
    </QueryClientProvider>
  </StrictMode>,
);
