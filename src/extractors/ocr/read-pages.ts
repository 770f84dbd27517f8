/** Pages of a document → what optical character recognition reads on them. */

import type { Diagnostic } from "../../model/diagnostic.js";
import type { OcrEngine, ReadingProgress } from "../../model/reading-options.js";
import type { OcrPage } from "../../model/source.js";
import { type PageContent, type Ruling, withRulingEmphases } from "../layout/page-content.js";
import type { Quarters, Turning } from "../layout/turning.js";
import { withAgreedHeads } from "./agreed-heads.js";
import type { Engine } from "./engine.js";
import { type RecognisedLine, readHocr } from "./hocr.js";
import { openEngine } from "./open-engine.js";
import { inkShare, inkThreshold, type Picture, straightened, turned } from "./picture.js";
import { takeRulings } from "./picture-rulings.js";
import { type Skew, skewOf } from "./skew.js";
import { withUnread } from "./unread.js";
import { type MeasuredLine, meanConfidence, measureLines, toPieces, type UsualLook, usualLook } from "./words.js";

/** Draws a page, by number, with about so many pixels an inch. May throw. */
export type DrawPage = (number: number, dpi: number) => Promise<Picture>;

export interface ReadPage {
  /** Upright and level, as the picture that was read. */
  readonly content: PageContent;
  /** Mean of its words, 0 to 1. */
  readonly confidence: number;
}

/** What pages were read as; a page that could not be read is missing, and a diagnostic says so. */
export interface OcrReading {
  readonly pages: ReadonlyMap<number, ReadPage>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Pixels an inch of a page's picture: with more, recognition takes longer and finds hardly more (measured). */
const OCR_DPI = 200;

/** Less ink than this share of its pixels is an empty page with dust on it. */
const LEAST_INK = 0.0003;
/** A page below this mean confidence may be upside down, and is tried in the other ways. */
const LEGIBLE = 0.6;
/** A page below this mean confidence (0 to 1) is told of. */
const LOW_CONFIDENCE = 0.75;
/** How much sharper the profile across a page's lines is than the one along them; 2.5 to 12 on real pages. */
const SIDEWAYS = 1.5;
/** Smaller angles (radians, 0.2 degrees) do no harm to recognition or to lines. */
const LEVEL = 0.0035;

/** Reads the given pages, by number, one after another; while one is being read the next is drawn and straightened. */
export async function ocrPages(
  numbers: readonly number[],
  draw: DrawPage,
  engineName: OcrEngine,
  progress: ReadingProgress,
): Promise<OcrReading> {
  const measured: MeasuredPage[] = [];
  const diagnostics: Diagnostic[] = [];
  const failed = (number: number, error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.push({ code: "ocr/page-failed", span: null, message: `Page ${number}: ${reason}` });
  };
  if (numbers.length === 0) return { pages: new Map(), diagnostics };
  const drawn = (number: number | undefined) =>
    number === undefined ? null : settled(draw(number, OCR_DPI).then(prepared));
  let next = drawn(numbers[0]);
  const opening = await settled(openEngine(engineName));
  if ("error" in opening) {
    await next;
    for (const number of numbers) failed(number, opening.error);
    return { pages: new Map(), diagnostics };
  }
  const { engine } = opening.value;
  diagnostics.push(...opening.value.diagnostics);
  try {
    for (const [index, number] of numbers.entries()) {
      const page = await next;
      next = drawn(numbers[index + 1]);
      try {
        if (page === null || "error" in page) throw page?.error;
        measured.push(await readPicture(page.value, number, engine));
      } catch (error) {
        failed(number, error);
      }
      progress.onOcrPage(index + 1, numbers.length);
    }
  } finally {
    await engine.close();
  }
  const usual = usualLook(measured.flatMap((page) => page.lines));
  const lines = withAgreedHeads(measured.map((page) => ({ lines: page.lines, height: sizeOf(page).height })));
  const pages = measured.map((page, index) => toPage({ ...page, lines: lines[index] ?? page.lines }, usual));
  return { pages: new Map(pages.map((page) => [page.content.number, page])), diagnostics };
}

/** Of the page as it is read, upright. */
function sizeOf({ turning }: MeasuredPage): { readonly width: number; readonly height: number } {
  const { width, height, quarters } = turning;
  return quarters % 2 === 1 ? { width: height, height: width } : { width, height };
}

function toPage(page: MeasuredPage, usual: UsualLook): ReadPage {
  const { number, lines, rulings, turning, confidence } = page;
  const { width, height } = sizeOf(page);
  const free = freeRulings(rulings);
  const pieces = toPieces(lines, usual, number).map((piece) => withRulingEmphases(piece, free));
  return { content: { number, width, height, pieces, turned: [], rulings, shades: [], turning }, confidence };
}

/** One diagnostic for all pages that were read, and one for each that was read badly. */
export function toldOf(pages: readonly OcrPage[]): Diagnostic[] {
  if (pages.length === 0) return [];
  const mean = pages.reduce((sum, page) => sum + page.confidence, 0) / pages.length;
  const message = `${listed(pages.map(({ page }) => page))} read by OCR, mean confidence ${mean.toFixed(2)}.`;
  const low = pages.filter(({ confidence }) => confidence < LOW_CONFIDENCE);
  return [
    { code: "ocr/page-read", span: null, message },
    ...low.map(({ page, confidence }): Diagnostic => {
      return {
        code: "ocr/low-confidence",
        span: null,
        message: `Page ${page}: mean confidence ${confidence.toFixed(2)}.`,
      };
    }),
  ];
}

/** `Pages 1-3, 5 were`. */
function listed(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const words = ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
  return numbers.length === 1 ? `Page ${words} was` : `Pages ${words} were`;
}

/** Lines that run across and meet none that runs down: those of tables are no underlines. */
function freeRulings(rulings: readonly Ruling[]): Ruling[] {
  const down = rulings.filter((ruling) => !ruling.isHorizontal);
  return rulings.filter(({ isHorizontal, box }) => {
    const meets = (other: Ruling) =>
      other.box.x0 > box.x0 - 3 && other.box.x0 < box.x1 + 3 && other.box.y0 < box.y0 + 3 && other.box.y1 > box.y0 - 3;
    return isHorizontal && !down.some(meets);
  });
}

interface MeasuredPage {
  readonly number: number;
  readonly lines: readonly MeasuredLine[];
  readonly rulings: readonly Ruling[];
  readonly turning: Turning;
  readonly confidence: number;
}

/** A page before it is read. */
interface Prepared {
  readonly picture: Picture;
  readonly threshold: number;
  readonly isSideways: boolean;
  /** Null where there is nothing on it but dust. */
  readonly level: Level | null;
}

/** Sideways pages are told by their profile, those upside down only by what is read. */
function prepared(picture: Picture): Prepared {
  const threshold = inkThreshold(picture);
  if (inkShare(picture, threshold) < LEAST_INK) return { picture, threshold, isSideways: false, level: null };
  const across = uprightAt(picture, threshold, 0);
  const down = uprightAt(picture, threshold, 1);
  const isSideways = down.skew.sharpness > SIDEWAYS * across.skew.sharpness;
  return { picture, threshold, isSideways, level: levelled(isSideways ? down : across, threshold) };
}

async function readPicture(page: Prepared, number: number, engine: Engine): Promise<MeasuredPage> {
  const { picture, threshold, level } = page;
  const best = level === null ? null : await bestAttempt(page, level, engine);
  const [width, height] = [(picture.width * 72) / picture.dpi, (picture.height * 72) / picture.dpi];
  const turning: Turning = { width, height, quarters: best?.quarters ?? 0, radians: best?.radians ?? 0 };
  if (best === null) return { number, lines: [], rulings: [], turning, confidence: 0 };
  const recognised = await withUnread(best.lines, best.picture, threshold, engine);
  const lines = measureLines(recognised, best.picture, threshold);
  return {
    number,
    lines,
    rulings: best.rulings,
    turning,
    confidence: meanConfidence(lines.flatMap((line) => line.words)),
  };
}

/** A page turned upright and level, its ruling lines taken out. */
interface Level {
  readonly picture: Picture;
  readonly rulings: readonly Ruling[];
  readonly quarters: Quarters;
  readonly radians: number;
}

interface Attempt extends Level {
  readonly lines: readonly RecognisedLine[];
  readonly confidence: number;
}

async function bestAttempt(page: Prepared, level: Level, engine: Engine): Promise<Attempt> {
  const { picture, threshold, isSideways } = page;
  const first = await read(level, engine);
  let best = first;
  const isOnEnd = first.confidence === 0;
  const others: readonly Quarters[] = isSideways ? (isOnEnd ? [0, 2, 3] : [3, 0, 2]) : isOnEnd ? [1, 3, 2] : [2, 1, 3];
  for (const quarters of others) {
    if (best.confidence >= LEGIBLE) break;
    const attempt = await read(levelled(uprightAt(picture, threshold, quarters), threshold), engine);
    if (attempt.confidence > best.confidence) best = attempt;
  }
  return best;
}

interface Upright {
  readonly picture: Picture;
  readonly quarters: Quarters;
  readonly skew: Skew;
}

function uprightAt(whole: Picture, threshold: number, quarters: Quarters): Upright {
  const picture = turned(whole, quarters);
  return { picture, quarters, skew: skewOf(picture, threshold) };
}

function levelled({ picture, quarters, skew }: Upright, threshold: number): Level {
  const radians = Math.abs(skew.radians) < LEVEL ? 0 : skew.radians;
  const level = radians === 0 ? picture : straightened(picture, radians);
  const { rulings, rest } = takeRulings(level, threshold);
  return { picture: rest, rulings, quarters, radians };
}

async function read(level: Level, engine: Engine): Promise<Attempt> {
  const lines = readHocr(await engine.recognise(level.picture));
  return { ...level, lines, confidence: legibility(lines) };
}

/** Mean confidence; none where most words stand on end, which the engine reads too, but not in lines. */
function legibility(lines: readonly RecognisedLine[]): number {
  const words = lines.flatMap((line) => line.words);
  const long = words.filter((word) => word.text.length >= 4);
  const onEnd = long.filter(({ box }) => box.y1 - box.y0 > box.x1 - box.x0);
  return onEnd.length > 0.5 * long.length ? 0 : meanConfidence(words);
}

type Settled<T> = { readonly value: T } | { readonly error: unknown };

/** A promise that may be left alone: its failure is a value. */
function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}
