import { asId, type Id } from '@throughline/core';

/** A new id, made by whoever proposes (L1). */
export const newId = <I extends Id<string>>(kind: string): I => asId<I>(`${kind}-${crypto.randomUUID()}`);
