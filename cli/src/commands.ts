import type { Command } from './command.js';
import { accountCommand } from './commands/account.js';
import { archiveCommand } from './commands/archive.js';
import { backupCommand, restoreBackupCommand } from './commands/backup.js';
import { checkCommand } from './commands/check.js';
import { demoCommand } from './commands/demo.js';
import { documentCommand } from './commands/document.js';
import { duplicatesCommand } from './commands/duplicates.js';
import { exportCommand } from './commands/export.js';
import { figureCommand } from './commands/figure.js';
import { flowCommand } from './commands/flow.js';
import { handOverCommand } from './commands/hand-over.js';
import { helpOver } from './commands/help.js';
import { importCommand } from './commands/import.js';
import { newCommand } from './commands/new.js';
import { openCommand } from './commands/open.js';
import { readyCommand } from './commands/ready.js';
import { restoreCommand } from './commands/restore.js';
import { serveCommand } from './commands/serve.js';
import { takeBackCommand } from './commands/take-back.js';
import { traceCommand } from './commands/trace.js';

export { openCommand } from './commands/open.js';
export const helpCommand: Command = helpOver(() => commands);

/** Every command, in the order in which a review is made. `help` reads this table, and so does whoever types. */
export const commands: readonly Command[] = [
  openCommand,
  demoCommand,
  newCommand,
  importCommand,
  duplicatesCommand,
  handOverCommand,
  takeBackCommand,
  exportCommand,
  flowCommand,
  figureCommand,
  documentCommand,
  traceCommand,
  checkCommand,
  archiveCommand,
  restoreCommand,
  serveCommand,
  accountCommand,
  readyCommand,
  backupCommand,
  restoreBackupCommand,
  helpCommand,
];
