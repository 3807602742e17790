import { randomUUID } from 'node:crypto';
import { type Id, asId } from '@throughline/core';

/** An id that nobody has: "import-3f9ac2417b0d4e55". 64 random bits, enough for one review. */
export const newId = <I extends Id<string>>(thing: string): I =>
  asId<I>(`${thing}-${randomUUID().replaceAll('-', '').slice(0, 16)}`);
