/** Any refusal or problem, with status 4xx or 5xx: the catalogue has words for the code. */
export interface Problem {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}
