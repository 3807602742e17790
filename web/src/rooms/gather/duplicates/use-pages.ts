import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useServer } from '../../../house/HouseContext.js';
import type { Server } from '../../../house/server.js';
import { useChanged } from './use-changed.js';

/** Shown at once; more are asked for by whoever looks through them. */
const aPage = 50;

interface OnePage {
  readonly total: number;
  readonly next?: string;
}

/** A list in pages. When the review changes, the pages that are open are asked for again, and no other. */
export function usePages<P extends OnePage>(
  name: string,
  text: string,
  ask: (server: Server, asked: { after?: string; limit: number }) => Promise<P>,
) {
  const server = useServer();
  const changed = useChanged();
  const found = useInfiniteQuery({
    queryKey: ['duplicates', name, server.review, text],
    queryFn: ({ pageParam }) => ask(server, { limit: aPage, ...(pageParam === '' ? {} : { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 10_000,
  });
  const { refetch } = found;
  const heard = useRef(changed);
  useEffect(() => {
    if (heard.current !== changed) void refetch();
    heard.current = changed;
  }, [changed, refetch]);
  return found;
}
