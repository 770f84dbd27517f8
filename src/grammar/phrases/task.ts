/**
 * A sentence that gives somebody a task: "MS to invite VQ to the next meeting", "Cllr Smith and the Clerk agreed to …",
 * "That Matt Green liaise with …", "JS – write to the school".
 */

import { CstParser, type IToken, Lexer } from "chevrotain";
import type { Span } from "../../model/source.js";
import { TASK_VERBS } from "../vocabulary/actions.js";
import * as t from "./task-tokens.js";

export interface TaskPhrase {
  /** From the first owner to the end of the task. */
  readonly span: Span;
  readonly owners: readonly Span[];
  /** The task from its verb on. */
  readonly task: Span;
  /** What stands between owners and task, in small letters: "to", "agreed to", "was asked to", ":"; "" for a bare verb ("That X write"). */
  readonly link: string;
}

class TaskParser extends CstParser {
  constructor() {
    super(t.TASK_TOKENS, { maxLookahead: 3, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  /** task = owner (And owner)* Aside? (OfWhom Name+)? (Link | Colon)? AnyWord* */
  readonly task = this.RULE("task", () => {
    this.SUBRULE(this.owner);
    this.MANY({ GATE: () => this.startsOwner(2), DEF: () => this.andOwner() });
    this.OPTION2(() => this.CONSUME(t.Aside));
    this.OPTION(() => {
      this.CONSUME(t.OfWhom);
      this.AT_LEAST_ONE(() =>
        this.OR1([{ ALT: () => this.CONSUME(t.Name) }, { ALT: () => this.CONSUME1(t.Initials) }]),
      );
    });
    this.OPTION1(() => this.OR2([{ ALT: () => this.CONSUME(t.Link) }, { ALT: () => this.CONSUME(t.Colon) }]));
    this.MANY1(() => this.CONSUME(t.AnyWord));
  });

  /** owner = (NamedPost | Post) Name* | Initials | Title* Initial* Name+ LastInitial? */
  private readonly owner = this.RULE("owner", () => {
    this.OR([
      {
        // "Secretary Quill", "the Works Manager Ben Marl".
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(t.NamedPost) }, { ALT: () => this.CONSUME(t.Post) }]);
          this.MANY2(() => this.CONSUME1(t.Name));
        },
      },
      { ALT: () => this.CONSUME(t.Initials) },
      {
        ALT: () => {
          this.MANY(() => this.CONSUME(t.Title));
          this.MANY1(() => this.CONSUME(t.Initial));
          this.AT_LEAST_ONE(() => this.CONSUME(t.Name));
          this.OPTION(() => this.CONSUME(t.LastInitial));
        },
      },
    ]);
  });

  private andOwner(): void {
    this.CONSUME(t.And);
    this.SUBRULE1(this.owner);
  }

  private startsOwner(ahead: number): boolean {
    return OWNER_STARTS.has(this.LA(ahead).tokenType);
  }
}

const OWNER_STARTS = new Set([t.NamedPost, t.Post, t.Initials, t.Title, t.Initial, t.Name]);

const lexer = new Lexer(t.TASK_TOKENS, { positionTracking: "onlyOffset", ensureOptimizations: true });
const parser = new TaskParser();

/** The task that begins right at the start of a text. Null where no owner stands there with a link, colon or bare verb behind. */
export function readTask(text: string): TaskPhrase | null {
  return taskAt(text, lexer.tokenize(text).tokens, 0, false);
}

/**
 * The tasks anywhere in a sentence, in order: at its start, behind a comma, "and", "which" or "that", or behind words that only lead in ("Meanwhile the Clerk …").
 * A bare verb is enough for a task behind "that" ("… that VQ contact DG"). A task ends where the next one begins.
 */
export function findTasks(text: string): TaskPhrase[] {
  if (!TASK_SIGN.test(text)) return [];
  const { tokens } = lexer.tokenize(text);
  const found: TaskPhrase[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (!OWNER_STARTS.has(token.tokenType) || (before !== undefined && !mayPrecede(before))) return;
    const previous = found.at(-1);
    if (previous?.owners.some((owner) => owner.end > token.startOffset)) return;
    const task = taskAt(text, tokens, index, before?.tokenType === t.That);
    if (task === null) return;
    if (previous !== undefined && task.span.start === previous.task.start && isMatter(previous, task)) found.pop();
    else if (previous !== undefined) {
      if (before === undefined || !opensAnother(before, tokens[index - 2]) || !beginsWithVerb(text, task)) return;
      const end = text.slice(0, task.span.start).replace(/(?:[\s,;.:(–—/]|\band|&)+$/, "").length;
      // "to write to the school and the Clerk": no words between the two are a task.
      if (end <= previous.task.start) return;
      found[found.length - 1] = { ...previous, span: { ...previous.span, end }, task: { ...previous.task, end } };
    }
    found.push(task);
  });
  return found;
}

/** What links an owner to a task, or leads a clause with a bare verb. Asked before the lexer, which costs more than this on text without any. */
const TASK_SIGN = /\b(?:to|will|would|shall|should|must|that|if)\b|['’]ll\b|\baim|[:–—]|-\s/i;

/** "Website: Barry to update it": what stands before the mark is the matter, where a doer with a verb stands behind it. */
function isMatter(before: TaskPhrase, behind: TaskPhrase): boolean {
  return /^[:–—-]$/.test(before.link) && /[a-z]/.test(behind.link);
}

/** Those with whom a sentence begins, whatever it tells of them; empty where it begins with nobody. */
export function ownersInFront(text: string): readonly Span[] {
  parser.input = lexer.tokenize(text.slice(0, LONGEST_OWNERS)).tokens;
  const tree = parser.task();
  if (parser.errors.length > 0 || tree === undefined) return [];
  const { owner: owners = [] } = tree.children as { owner?: { children: Record<string, IToken[]> }[] };
  return owners.flatMap((node) => splitInitials(Object.values(node.children).flat()));
}

/** The words of owners in front of a sentence are no longer than this. */
const LONGEST_OWNERS = 80;

/** Owners and link stand within so many words: what follows is the task, however long. */
const FAR_ENOUGH = 40;

/** Whether a second task may begin behind a mark or "and": not where that joins two names ("between Highways and councillors"). */
function opensAnother(before: IToken, further: IToken | undefined): boolean {
  if (before.tokenType === t.That) return true;
  const isJoint = before.tokenType === t.And || /^[;.:–—-]$/.test(before.image);
  return isJoint && (further === undefined || !OWNER_STARTS.has(further.tokenType) || /^[;.]$/.test(before.image));
}

function beginsWithVerb(text: string, task: TaskPhrase): boolean {
  return TASK_VERBS.has(/^[\p{L}-]+/u.exec(text.slice(task.task.start))?.[0] ?? "");
}

/** Whether an owner may begin behind a word: not behind one that makes it part of something else ("a letter from the Clerk"). */
function mayPrecede(token: IToken): boolean {
  if (token.tokenType === t.That || token.tokenType === t.And || token.tokenType === t.Colon) return true;
  if (/^[;.:(–—-]$/.test(token.image) || ASKING_WORDS.test(token.image)) return true;
  return token.tokenType.name === "Word" && /^[a-z]/.test(token.image) && !BINDING_WORDS.test(token.image);
}

/** "Require the CEO to report": a clause that opens with what it asks. */
const ASKING_WORDS = /^(?:Ask|Request|Require|Instruct|Direct|Mandate|Invite|Authorise|Authorize)(?:s|d|ed)?$/;

const BINDING_WORDS =
  /^(?:of|by|from|with|to|at|in|on|between|about|than|as|the|a|an|his|her|their|its|our|or|nor|per|via|including|like|thank|thanked|both|either|whether|if|unless|until|when|while|because|re)$/;

function taskAt(text: string, tokens: readonly IToken[], index: number, isSubjunctive: boolean): TaskPhrase | null {
  if (!isSubjunctive && !LINKS.has(behindOwners(tokens, index)?.tokenType)) return null;
  parser.input = tokens.slice(index, index + FAR_ENOUGH);
  const tree = parser.task();
  if (parser.errors.length > 0 || tree === undefined) return null;
  const {
    Link,
    Colon,
    owner: owners = [],
  } = tree.children as { Link?: IToken[]; Colon?: IToken[]; owner?: { children: Record<string, IToken[]> }[] };
  const spans = owners.flatMap((node) => splitInitials(Object.values(node.children).flat()));
  const last = spans.at(-1);
  if (last === undefined) return null;
  const link = Link?.[0] ?? Colon?.[0];
  const end = behindOwner(tree.children as Record<string, IToken[]>, last.end);
  const linkEnd = link === undefined ? end : link.startOffset + link.image.length;
  // "Head of Finance" is one owner; "A Smith of the Harbour Trust" is A Smith.
  if (HEADED_POST.test(text.slice(last.start, last.end))) spans[spans.length - 1] = { start: last.start, end };
  const task = trim(text, behindAside(text, linkEnd));
  const verb = /^[\p{L}-]+/u.exec(text.slice(task.start))?.[0] ?? "";
  const isBare = isBareVerb(verb) || isSlip(verb, text.slice(task.start, task.end));
  if (verb === "" || (link === undefined && !(isSubjunctive && isBare))) return null;
  return {
    span: { start: spans[0]?.start ?? 0, end: task.end },
    owners: spans,
    task,
    link: link?.image.toLowerCase().replace(/\s+/g, " ") ?? "",
  };
}

const LINKS: ReadonlySet<unknown> = new Set([t.Link, t.Colon]);
const AMONG_OWNERS: ReadonlySet<unknown> = new Set([...OWNER_STARTS, t.And, t.Aside, t.OfWhom]);

/** The first token that belongs to no owner: nothing need be parsed where it is no link. */
function behindOwners(tokens: readonly IToken[], index: number): IToken | undefined {
  let behind = index;
  while (AMONG_OWNERS.has(tokens[behind]?.tokenType)) behind++;
  return tokens[behind];
}

/** "should, in the light of the discussion, bring": words between two commas stand between link and verb. */
function behindAside(text: string, linkEnd: number): number {
  const aside = /^\s*,\s[^,.;:]{3,60},(?=\s+\p{Ll})/u.exec(text.slice(linkEnd, linkEnd + 70));
  return linkEnd + (aside?.[0].length ?? 0);
}

const HEADED_POST =
  /^(?:the\s+)?(?:(?:deputy|vice|assistant|acting)[\s-]+)?(?:head|director|chair(?:man|person|woman)?|lead|leader|manager|president|secretary)$/i;

/** Where the words behind the owner (and "of the X Service") begin. */
function behindOwner(children: Record<string, IToken[]>, ownerEnd: number): number {
  const of = children.OfWhom?.[0];
  if (of === undefined) return ownerEnd;
  const names = [...(children.Name ?? []), ...(children.Initials ?? [])].filter((token) => "image" in token);
  return Math.max(ownerEnd, ...names.map((token) => token.startOffset + token.image.length));
}

/** Verbs in the form that follows "that X": those of doing, and "be" where X is to be asked. */
function isBareVerb(verb: string): boolean {
  return TASK_VERBS.has(verb);
}

/** "that M Hay reported on it at the next meeting": the tense is the clerk's slip, since the meeting lies ahead. */
function isSlip(verb: string, task: string): boolean {
  return TASK_VERBS.has(verb.replace(/ed$/, "")) && /\b(?:at|to|for|before|by)\s+the\s+next\s+meeting\b/i.test(task);
}

/** "AQ/BM" is one token and two owners. */
function splitInitials(tokens: readonly IToken[]): Span[] {
  const whole = spanOf(tokens);
  const only = tokens[0];
  if (tokens.length !== 1 || only === undefined || only.tokenType !== t.Initials) return [whole];
  return [...only.image.matchAll(/[A-Za-z]+/g)].map((match) => ({
    start: whole.start + match.index,
    end: whole.start + match.index + match[0].length,
  }));
}

function spanOf(tokens: readonly IToken[]): Span {
  const start = Math.min(...tokens.map((token) => token.startOffset));
  const end = Math.max(...tokens.map((token) => token.startOffset + token.image.length));
  return { start, end };
}

function trim(text: string, start: number): Span {
  const rest = text.slice(start);
  const end = start + rest.replace(/[\s.;,]+$/, "").length;
  return { start: Math.min(end, start + (rest.length - rest.trimStart().length)), end };
}
