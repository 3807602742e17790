import { reportHtml } from '@throughline/documents';
import { localHerald } from '@throughline/storage';
import type { Me } from '@throughline/wire';
import type { Failed } from './answer-problem.js';
import { Cursors } from './cursor.js';
import { Guard } from './guard.js';
import { DeskLibrary, type NotOpened } from './desk-library.js';
import { Myself } from './me.js';
import { Presence } from './presence.js';
import { deskRoutes } from './routes/desk.js';
import { listen, ownPages } from './team-server.js';
import { workbench } from './workbench.js';
import type { Documents } from './workplace.js';

export interface WorkbenchOptions {
  /** Review files, and folders of them. New reviews are made beside the first. */
  readonly reviews: readonly string[];
  /** 0, or none: any that is free. */
  readonly port?: number;
  /** The folder of the built pages; this program's own without it. */
  readonly webRoot?: string;
  /** Who sits here. Without it, the card in the settings folder says, or is made there. */
  readonly me?: Me;
  readonly documents?: Documents;
  /** Bytes that an uploaded file may have; 512 MB without it. */
  readonly largestUpload?: number;
  readonly onLog?: (entry: LogEntry) => void;
}

/** Something for the log of the program: a review that could not be opened beside others, or a request that failed. */
export type LogEntry = ({ readonly event: 'notOpened' } & NotOpened) | ({ readonly event: 'failed' } & Failed);

export interface Workbench {
  /** The address to open: the first visit brings a key, and gets a cookie for it. */
  readonly url: string;
  readonly port: number;
  /** Ends every stream, finishes what was begun, and closes the review files. */
  readonly close: () => Promise<void>;
}

/**
 * The workbench of one person at one machine. It listens on 127.0.0.1 alone. Rejects with a StoreProblem where no review
 * can be opened, and with `server.portTaken` where the port is in use.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { onLog = () => {}, largestUpload = 512 * 1024 * 1024 } = options;
  const me = options.me === undefined ? await Myself.at() : Myself.as(options.me);
  const library = await DeskLibrary.open(options.reviews, me.card, (file) => onLog({ event: 'notOpened', ...file }));
  const guard = new Guard(me, library);
  const presence = new Presence(localHerald());
  const app = await workbench({
    workplace: {
      library,
      door: guard,
      presence,
      note: () => {},
      cursors: new Cursors(),
      documents: options.documents ?? { report: reportHtml },
      largestUpload: async () => largestUpload,
    },
    ownRoutes: (app) => deskRoutes(app, me, library),
    webRoot: options.webRoot ?? ownPages,
    onFailed: (failed) => onLog({ event: 'failed', ...failed }),
  });
  const close = async () => {
    await app.close();
    presence.close();
    await library.close();
  };
  try {
    const port = await listen(app, options.port ?? 0, '127.0.0.1');
    guard.listensOn(port);
    return { url: guard.address, port, close };
  } catch (error) {
    await close();
    throw error;
  }
}
