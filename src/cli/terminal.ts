/** What a command writes to: the process in real life, two lists of strings in a test. */

export interface Terminal {
  /** Results, as they are to stand on stdout. */
  print(text: string): void;
  /** One message for the person at the terminal, on stderr. */
  warn(line: string): void;
  /** Columns of the terminal; null where stdout is a file or a pipe. */
  readonly width: number | null;
  /** Whether colours are wanted on stdout. */
  readonly hasColours: boolean;
  /** Where a progress bar may be drawn; null where stderr is no terminal. */
  readonly progressStream: NodeJS.WritableStream | null;
  /** Calls `stop` at Ctrl-C instead of ending the program; gives back the function that undoes it. */
  onInterrupt(stop: () => void): () => void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // Node leaves it undefined, not false, where stdout is a file or a pipe.
  const isTerminal = stdout.isTTY === true;
  return {
    print: (text) => void stdout.write(text),
    warn: (line) => void stderr.write(`${line}\n`),
    width: isTerminal ? stdout.columns : null,
    hasColours: isTerminal && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb",
    progressStream: stderr.isTTY ? stderr : null,
    onInterrupt,
  };
}

/** The first Ctrl-C asks to stop, the second one ends the program at once. */
function onInterrupt(stop: () => void): () => void {
  let isAsked = false;
  const listener = (): void => {
    if (isAsked) process.exit(130);
    isAsked = true;
    stop();
  };
  process.on("SIGINT", listener).on("SIGTERM", listener);
  return () => void process.off("SIGINT", listener).off("SIGTERM", listener);
}
