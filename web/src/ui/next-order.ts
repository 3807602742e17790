/** The place after the last. */
export const nextOrder = (things: readonly { readonly order: number }[]): number =>
  Math.max(0, ...things.map(({ order }) => order)) + 1;
