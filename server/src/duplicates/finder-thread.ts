import { parentPort } from 'node:worker_threads';
import { Finder } from './finder.js';
import type { FromFinder, ToFinder } from './finder-aside.js';

// The thread of a finder, for as long as the review is used; finder-aside.ts starts it and ends it.

const finder = new Finder();
const say = (message: FromFinder): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ nth, news, asking }: ToFinder) => {
  try {
    if (news !== undefined) finder.hear(news);
    say({ nth, answer: asking && finder.answer(asking) });
  } catch (error) {
    say({ nth, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
