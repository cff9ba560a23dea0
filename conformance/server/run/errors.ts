/** Why a run ended without a report. The message says what came, what was expected and what to do. */
export class RunError extends Error {
  override name: string = 'RunError';
  /** Exit code of the command that started the run (design: contracts). */
  readonly exitCode: 2 | 3 | 4;

  constructor(exitCode: 2 | 3 | 4, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.exitCode = exitCode;
  }
}

/** Wrong usage: an unreadable file, an unknown name, a selection that matches nothing. */
export class UsageError extends RunError {
  override name = 'UsageError';
  constructor(message: string) {
    super(2, message);
  }
}

/** No reader's door answers, so nothing stored could be judged. */
export class NoDoorError extends RunError {
  override name = 'NoDoorError';
  constructor(message: string) {
    super(2, message);
  }
}

/** The target could not be reached at all. A connection lost later is a failed check instead. */
export class ConnectionError extends RunError {
  override name = 'ConnectionError';
  constructor(message: string, cause?: unknown) {
    super(3, message, cause);
  }
}

/** A fault of the suite: an experiment that contradicts itself, a generator that throws. */
export class InternalError extends RunError {
  override name = 'InternalError';
  constructor(message: string, cause?: unknown) {
    super(4, message, cause);
  }
}
