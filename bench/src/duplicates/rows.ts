/** To four digits after the point, never upwards: 0.99996 of all is not all. */
export const share = (value: number): number => Math.floor(value * 10_000 + 1e-9) / 10_000;
