/** How a run of `ingest` shows that it goes on: a bar on a terminal, a line now and then where stderr is a file or a mail. */

import { basename } from "node:path";
import type { IngestProgress } from "../pipeline/ingest.js";
import type { Terminal } from "./terminal.js";

export interface ProgressDisplay {
  show(progress: IngestProgress): void;
  showPage(path: string, done: number, total: number): void;
  end(): void;
}

/** The rate is that of the last so many milliseconds: the beginning of a run says little of its middle. */
const RATE_WINDOW = 30_000;

/** Off a terminal a line is written after so many milliseconds, or documents that were read. */
const LINE_INTERVAL = 30_000;
const LINE_DOCUMENTS = 1000;

/** What suits the terminal; nothing where quiet is asked for. */
export async function progressDisplay(
  terminal: Pick<Terminal, "warn" | "progressStream">,
  isQuiet: boolean,
): Promise<ProgressDisplay | null> {
  if (isQuiet) return null;
  return terminal.progressStream === null ? progressLines(terminal) : progressBar(terminal.progressStream);
}

async function progressBar(stream: NodeJS.WritableStream): Promise<ProgressDisplay> {
  const { default: progress } = await import("cli-progress");
  const format = "{bar} {value}/{total} documents{rate}{left}{failures}{page}";
  const bar = new progress.SingleBar(
    { stream, format, clearOnComplete: true, hideCursor: true, gracefulExit: false },
    progress.Presets.shades_classic,
  );
  const rate = rateMeter();
  const nothing = { rate: "", left: "", failures: "", page: "" };
  bar.start(0, 0, nothing);
  return {
    show: (state) => {
      const perSecond = rate(state.read, performance.now());
      bar.setTotal(state.total ?? state.done);
      bar.update(state.done, {
        rate: perSecond === null ? "" : `, ${perSecond.toFixed(1)}/s`,
        left:
          perSecond === null || state.total === null
            ? ""
            : `, ${duration((state.total - state.done) / perSecond)} left`,
        failures: state.failed === 0 ? "" : `, ${state.failed} failed`,
        page: "",
      });
    },
    showPage: (path, done, total) => bar.update({ page: ` · page ${done} of ${total} by OCR: ${basename(path)}` }),
    end: () => bar.stop(),
  };
}

function progressLines(terminal: Pick<Terminal, "warn">): ProgressDisplay {
  const rate = rateMeter();
  let written = { at: performance.now(), read: 0 };
  return {
    show: (state) => {
      const now = performance.now();
      const perSecond = rate(state.read, now);
      if (now - written.at < LINE_INTERVAL && state.read - written.read < LINE_DOCUMENTS) return;
      written = { at: now, read: state.read };
      const of = state.total === null ? "" : ` of ${state.total}`;
      const speed = perSecond === null ? "" : `, ${perSecond.toFixed(1)} a second`;
      terminal.warn(`${state.done}${of} documents, ${state.failed} failed${speed}`);
    },
    showPage: () => {},
    end: () => {},
  };
}

/** Documents a second, as last seen; null before the first second is over, or where none was read. */
function rateMeter(): (read: number, now: number) => number | null {
  let marks: readonly { at: number; read: number }[] = [{ at: performance.now(), read: 0 }];
  return (read, now) => {
    const latest = marks.at(-1);
    if (latest === undefined || now - latest.at >= 1000)
      marks = [...marks.filter(({ at }) => now - at < RATE_WINDOW), { at: now, read }];
    const first = marks[0];
    if (first === undefined || now - first.at < 1000 || read === first.read) return null;
    return ((read - first.read) * 1000) / (now - first.at);
  };
}

/** `2h05m`, `3m20s`, `12s`. */
function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (number: number): string => String(number).padStart(2, "0");
  if (whole >= 3600) return `${Math.floor(whole / 3600)}h${two(Math.floor((whole % 3600) / 60))}m`;
  return whole >= 60 ? `${Math.floor(whole / 60)}m${two(whole % 60)}s` : `${whole}s`;
}
