import type { Cursor, LiveEvent } from '@throughline/wire';

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** The events of one stream, in the order in which they arrive. */
export interface Followed {
  /** Waits for the next event of one of these types; others before it are passed over. */
  readonly next: <T extends LiveEvent['type']>(...types: readonly T[]) => Promise<Extract<LiveEvent, { type: T }>>;
  /** Everything that came so far, as text. */
  readonly text: () => string;
  /** Settles when the server ends the stream. */
  readonly ended: Promise<void>;
  readonly leave: () => void;
}

/** Follows a review, from now on or from a cursor. */
export async function follow(ask: Ask, path: string, lastEventId?: string): Promise<Followed> {
  const stop = new AbortController();
  const answer = await ask(path, {
    signal: stop.signal,
    ...(lastEventId === undefined ? {} : { headers: { 'last-event-id': lastEventId } }),
  });
  if (!answer.ok || answer.body === null) throw new Error(`${answer.status} ${await answer.text()}`);
  const events: LiveEvent[] = [];
  let text = '';
  let arrived = () => {};
  const ended = read(answer.body).catch(() => {});

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      rest += decoder.decode(chunk);
      const parts = rest.split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) events.push(...eventIn(part));
      arrived();
    }
  }

  return {
    async next<T extends LiveEvent['type']>(...types: readonly T[]) {
      for (;;) {
        for (let event = events.shift(); event !== undefined; event = events.shift()) {
          if ((types as readonly string[]).includes(event.type)) return event as Extract<LiveEvent, { type: T }>;
        }
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
    },
    text: () => text,
    ended,
    leave: () => stop.abort(),
  };
}

/** One event's data; its id has to be its cursor. */
function eventIn(part: string): LiveEvent[] {
  const lines = part.split('\n');
  const data = lines.find((line) => line.startsWith('data: '))?.slice('data: '.length);
  if (data === undefined) return [];
  const event = JSON.parse(data) as LiveEvent;
  const id = lines.find((line) => line.startsWith('id: '))?.slice('id: '.length);
  if ('cursor' in event && event.cursor !== (id as Cursor)) throw new Error('an event whose id is not its cursor');
  return [event];
}
