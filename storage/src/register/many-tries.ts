import { setTimeout as after } from 'node:timers/promises';
import { openRegister } from './register.js';

// A program of which several are run at once on one folder (register.process.test.ts): it opens the register, takes tries
// of one allowance, and prints its secret and how many it got.
// Use: node many-tries.js FOLDER TRIES

const [folder = '', tries = '0'] = process.argv.slice(2);
const register = await openRegister({ folder });
const at = new Date('2026-03-01T12:00:00.000Z');
let got = 0;
for (let n = 0; n < Number(tries); n += 1) {
  const wait = await register.attempts.take('shared', { most: 50, seconds: 60 }, at);
  if (wait === undefined) got += 1;
  // As requests do, it leaves the others a moment.
  await after(20);
}
process.stdout.write(JSON.stringify({ key: register.settings.key('test').toString('hex'), got }));
await register.close();
