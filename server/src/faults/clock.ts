const Right = Date;
let ahead = 0;

/**
 * What this process takes for the time. Every part of it asks the same `Date`, the libraries too; timers go on as they
 * were, as they do when the clock of a machine is set.
 */
class SetClock extends Right {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(Right.now() + ahead);
    else super(...given);
  }

  static override now(): number {
    return Right.now() + ahead;
  }
}

/** From now on the clock of this process is so many milliseconds ahead of the machine's; behind, where negative. */
export function setClock(milliseconds: number): void {
  ahead = milliseconds;
  globalThis.Date = SetClock as DateConstructor;
}
