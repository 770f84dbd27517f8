/** What the program's exit codes mean; they are part of the public contract. */

export const EXIT = {
  done: 0,
  /** Done, but some documents failed, or a comparison found differences. */
  someFailed: 1,
  wrongUsage: 2,
  /** The database cannot be read or written, the disk is full. */
  cannotWork: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Tells the program how a command ended. */
export type Finish = (exitCode: ExitCode) => void;
