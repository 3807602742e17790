import type { Row } from '../row.js';
import { reading } from './reading.js';
import { takingIn } from './taking-in.js';

/** Large files read by themselves, and taken in by a workbench that others are working at. */
export async function importing(say: (line: string) => void): Promise<Row[]> {
  return [...(await reading(say)), ...(await takingIn(say))];
}
