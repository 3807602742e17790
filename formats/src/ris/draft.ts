import type { Reference } from '@throughline/core';

/** A reference while its fields are filled. */
export type Draft = { -readonly [K in keyof Reference]: Reference[K] };
