import type { Cursor, LiveEvent } from '@throughline/wire';

export interface Hearing {
  readonly event: (event: LiveEvent) => void;
  readonly connected: () => void;
  readonly lost: () => void;
}

/** Follows a review from a place on; answers with how to stop. */
export type Live = (since: Cursor, hearing: Hearing) => () => void;

/** How long to wait before a new connection, where the browser has given the old one up. */
const reconnectAfter = 2000;

/** Follows by server-sent events, from the last cursor that was heard after every break. */
export function liveAt(address: string): Live {
  return (since, hearing) => {
    let cursor: string = since;
    let stopped = false;
    let source: EventSource | undefined;
    const open = () => {
      if (stopped) return;
      source = new EventSource(`${address}?since=${encodeURIComponent(cursor)}`);
      const hear = (message: MessageEvent<string>) => {
        const event = JSON.parse(message.data) as LiveEvent;
        if ('cursor' in event) cursor = event.cursor;
        hearing.event(event);
      };
      source.onopen = hearing.connected;
      source.onmessage = hear;
      source.onerror = () => {
        hearing.lost();
        source?.close();
        setTimeout(open, reconnectAfter);
      };
    };
    open();
    return () => {
      stopped = true;
      source?.close();
    };
  };
}
