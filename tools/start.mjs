// `npm start`: brings the clone up to date, then becomes the command line, with the arguments after `--`.
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
// npm runs scripts in the folder of the clone; paths that a person types are meant from where they stand.
if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
// In this same process, so that signals, the terminal and the exit code are the command's own.
await import('../cli/bin/throughline.js');
