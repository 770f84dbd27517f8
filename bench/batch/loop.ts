/** What two processes can do at best on this machine at this moment: two copies of a loop that needs nothing but the processor. */

import { spawn } from "node:child_process";

const LOOP = `
  const start = performance.now();
  let sum = 0;
  for (let step = 0; step < 1.5e9; step++) sum = (sum + step * 7) | 0;
  process.stdout.write(String(performance.now() - start + (sum === 1 ? 1 : 0)));`;

/** How many times as much two copies get done as one alone, in the same time. */
export async function loopSpeedUp(): Promise<number> {
  const alone = await loop();
  const both = await Promise.all([loop(), loop()]);
  return (2 * alone) / Math.max(...both);
}

function loop(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["-e", LOOP], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.once("error", reject);
    child.once("close", () => resolve(Number(output)));
  });
}
