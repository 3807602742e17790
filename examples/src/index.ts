import { fileURLToPath } from 'node:url';

export { type Example, readMaterial } from './material.js';

/** The examples, by their folders: the founding review, and an invented one to practise on. */
export const exampleNames = ['link-workers', 'practice'] as const;
export type ExampleName = (typeof exampleNames)[number];

/** The folder of an example's source files, from the source as from the compiled program. */
export const exampleFolder = (name: ExampleName): string => fileURLToPath(new URL(`../${name}/`, import.meta.url));
