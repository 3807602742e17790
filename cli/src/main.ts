import { run } from './run.js';
import { processIo } from './process-io.js';

// The program itself: the arguments and the streams of this process. Everything else takes them as they are given.
process.exitCode = await run(process.argv.slice(2), processIo());
