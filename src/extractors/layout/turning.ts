/** From the upright, level page that was read back to the page as it is shown. */

import type { Box } from "../../model/source.js";
import type { Block } from "../blocks.js";

/** Quarter turns clockwise. */
export type Quarters = 0 | 1 | 2 | 3;

/** How a page had to be turned to be read; sizes are of the page as it is, in points. */
export interface Turning {
  readonly width: number;
  readonly height: number;
  /** First turned clockwise by so many quarters. */
  readonly quarters: Quarters;
  /** Then lines that fell by this angle were made level. */
  readonly radians: number;
}

/** The smallest upright box on the page that holds what the given box holds in the picture. */
export function onPage(box: Box, { width, height, quarters, radians }: Turning): Box {
  if (quarters === 0 && radians === 0) return box;
  const isSideways = quarters % 2 === 1;
  const [middleX, middleY] = isSideways ? [height / 2, width / 2] : [width / 2, height / 2];
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  // The middle line of the box is turned and its height kept: the corners of a long box would reach into its neighbours.
  const half = Math.min(box.y1 - box.y0, box.x1 - box.x0) / 2;
  const isLow = box.y1 - box.y0 <= box.x1 - box.x0;
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const ends = isLow
    ? [
        { x: box.x0, y },
        { x: box.x1, y },
      ]
    : [
        { x, y: box.y0 },
        { x, y: box.y1 },
      ];
  const points = ends.map((end) => {
    const [dx, dy] = [end.x - middleX, end.y - middleY];
    const askew = { x: middleX + cos * dx - sin * dy, y: middleY + sin * dx + cos * dy };
    if (quarters === 1) return { x: askew.y, y: height - askew.x };
    if (quarters === 2) return { x: width - askew.x, y: height - askew.y };
    return quarters === 3 ? { x: width - askew.y, y: askew.x } : askew;
  });
  const isLowOnPage = isLow !== isSideways;
  const [reachX, reachY] = isLowOnPage ? [0, half] : [half, 0];
  return {
    x0: Math.min(...points.map((point) => point.x)) - reachX,
    y0: Math.min(...points.map((point) => point.y)) - reachY,
    x1: Math.max(...points.map((point) => point.x)) + reachX,
    y1: Math.max(...points.map((point) => point.y)) + reachY,
  };
}

/** Blocks with boxes on the pages as they are shown; `turnings` by page number. */
export function blocksOnPages(blocks: readonly Block[], turnings: ReadonlyMap<number, Turning>): Block[] {
  const place = (page: number | null, box: Box | null): Box | null => {
    const turning = page === null ? undefined : turnings.get(page);
    return box === null || turning === undefined ? box : onPage(box, turning);
  };
  const moved = (block: Block): Block =>
    block.type === "paragraph"
      ? { ...block, runs: block.runs.map((run) => ({ ...run, box: place(run.page, run.box) })) }
      : {
          ...block,
          cells: block.cells.map((cell) => ({
            ...cell,
            box: place(cell.page, cell.box),
            blocks: cell.blocks.map(moved),
          })),
        };
  return blocks.map(moved);
}
