/**
 * What somebody decided of a record in the program that wrote the file (Rayyan, Covidence, ASReview, EPPI-Reviewer, or
 * this one). It becomes a vote only when a person says whose it is.
 */
export interface FoundDecision {
  /** The person as the file names them; absent where it names nobody. */
  readonly by?: string;
  /** Absent where only labels or notes are there. */
  readonly answer?: 'include' | 'exclude' | 'maybe';
  /** Absent where the file does not tell the stages apart. */
  readonly stage?: 'title-abstract' | 'full-text';
  readonly reasons: readonly string[];
  readonly labels: readonly string[];
  readonly notes: readonly string[];
}
