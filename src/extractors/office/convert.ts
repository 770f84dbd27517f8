/** One document through LibreOffice: in a folder of its own, with a limit of time, and nothing in it is run or fetched. */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export type Converted =
  | { readonly isConverted: true; readonly docx: Buffer }
  /** One line on why not. */
  | { readonly isConverted: false; readonly message: string };

/** Conversions of real minutes take one to three seconds; a document's own limit is 60 unless the user says otherwise. */
const LONGEST_SECONDS = 30;

/**
 * Macros are never run, links never followed: LibreOffice's own settings for both, written before it starts.
 * `Link` 0 is its value for "never update" when a document is opened.
 */
const SETTINGS: readonly (readonly [string, string, string])[] = [
  ["org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"],
  ["org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"],
  ["org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"],
  ["org.openoffice.Office.Writer/Content/Update", "Link", "0"],
];

/**
 * Converts bytes to .docx. `office` is the program's path, `ending` what its importer is told the bytes are: `doc`, `rtf`.
 * The folder and every process are gone afterwards, also where this process is killed meanwhile.
 */
export async function convertToDocx(
  office: string,
  bytes: Uint8Array,
  ending: string,
  longestSeconds: number = LONGEST_SECONDS,
): Promise<Converted> {
  const folder = await mkdtemp(join(tmpdir(), "minutebook-office-"));
  try {
    await mkdir(join(folder, "profile", "user"), { recursive: true });
    await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), settingsFile());
    await writeFile(join(folder, `document.${ending}`), bytes);
    const failure = await run(office, parametersFor(folder, ending), folder, longestSeconds);
    if (failure !== null) return { isConverted: false, message: failure };
    return { isConverted: true, docx: await readFile(join(folder, "converted", "document.docx")) };
  } catch {
    return { isConverted: false, message: "LibreOffice wrote no document" };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function parametersFor(folder: string, ending: string): string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
    ..."--headless --norestore --nolockcheck --nodefault --nofirststartwizard --nologo".split(" "),
    "--convert-to",
    "docx:MS Word 2007 XML",
    "--outdir",
    join(folder, "converted"),
    join(folder, `document.${ending}`),
  ];
}

function settingsFile(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join("")}</oor:items>`;
}

/**
 * LibreOffice is two processes at least, so it runs in a group that is ended as a whole. The second process of the script
 * waits for the end of its input, which comes also when this process is killed, and then clears up in its place.
 */
const SCRIPT = `
folder=$1; shift
exec 3<&0
"$@" </dev/null >/dev/null 2>&1 &
office=$!
( trap '' TERM; cat <&3 >/dev/null; kill -TERM 0; sleep 1; rm -rf "$folder"; kill -KILL 0 ) >/dev/null 2>&1 &
watch=$!
wait $office
code=$?
kill -KILL $watch
exit $code
`;

/** Null where it ended well, else why not. */
function run(
  office: string,
  parameters: readonly string[],
  folder: string,
  longestSeconds: number,
): Promise<string | null> {
  const isWindows = process.platform === "win32";
  const [command, ...rest] = isWindows
    ? [office, ...parameters]
    : ["sh", "-c", SCRIPT, "sh", folder, office, ...parameters];
  const env = { ...process.env, HOME: folder, TMPDIR: folder };
  return new Promise((resolve) => {
    const started = spawn(command ?? office, rest, {
      stdio: ["pipe", "ignore", "ignore"],
      detached: !isWindows,
      env,
      cwd: folder,
    });
    const timer = setTimeout(() => {
      endGroup(started);
      resolve(`LibreOffice took longer than ${longestSeconds} s`);
    }, longestSeconds * 1000);
    const settle = (failure: string | null) => {
      clearTimeout(timer);
      endGroup(started);
      resolve(failure);
    };
    started.on("error", (error) => settle(`LibreOffice could not be started: ${error.message}`));
    started.on("exit", (code, signal) =>
      settle(code === 0 ? null : `LibreOffice ended with ${signal ?? `code ${code}`}`),
    );
  });
}

/** Ends whatever of the group still lives. */
function endGroup(started: ChildProcess): void {
  const { pid } = started;
  if (pid === undefined) return;
  try {
    if (process.platform === "win32") started.kill("SIGKILL");
    else process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing of it lives any more.
  }
}
