import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Io } from './io.js';

/**
 * Where this person's reviews are kept when nothing else was said: THROUGHLINE_HOME, else where programs of this system
 * keep what people made with them (XDG on Linux).
 */
export function dataFolder(env: Io['env'], platform: NodeJS.Platform = process.platform): string {
  if (env.THROUGHLINE_HOME) return env.THROUGHLINE_HOME;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Throughline');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Throughline');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'throughline');
}
