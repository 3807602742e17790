import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Io } from './io.js';

/** The streams, the environment and the signals of this process. */
export function processIo(): Io {
  // Whoever read the output may have heard enough (`… | head`): what was begun is finished all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return {
    out: (line) => process.stdout.write(line),
    err: (line) => process.stderr.write(line),
    input: () => text(process.stdin),
    errIsTerminal: process.stderr.isTTY === true,
    env: process.env,
    cwd: process.cwd(),
    stopped: untilSignal,
    show: openBrowser,
  };
}

/** Until Ctrl+C or a request to end. A second one ends the process at once, as without us. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const stop = () => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

const openers: Partial<Record<NodeJS.Platform, readonly [program: string, ...given: string[]]>> = {
  darwin: ['open'],
  // `start` is a word of the shell; its first quoted argument would be a title.
  win32: ['cmd', '/c', 'start', '""'],
};

/** A machine without a browser is no failure: the address stands on the screen. */
function openBrowser(address: string): void {
  const [program, ...given] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...given, address], { detached: true, stdio: 'ignore' });
  opener.on('error', () => {});
  opener.unref();
}
