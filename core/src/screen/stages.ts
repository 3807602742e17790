/** Where a work is read: on its title and abstract first, then in full. */
export const stages = ['title-abstract', 'full-text'] as const;
export type Stage = (typeof stages)[number];
