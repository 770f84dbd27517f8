/**
 * A sentence that gives somebody a task: "MS to invite VQ to the next meeting", "Cllr Smith and the Clerk agreed to …",
 * "That Matt Green liaise with …", "JS – write to the school".
 */

import { CstParser, type IToken, Lexer } from "chevrotain";
import type { Span } from "../../model/source.js";
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

  /** task = owner (And owner)* (OfWhom Name+)? (Link | Colon)? AnyWord* */
  readonly task = this.RULE("task", () => {
    this.SUBRULE(this.owner);
    this.MANY({ GATE: () => this.startsOwner(2), DEF: () => this.andOwner() });
    this.OPTION(() => {
      this.CONSUME(t.OfWhom);
      this.AT_LEAST_ONE(() =>
        this.OR1([{ ALT: () => this.CONSUME(t.Name) }, { ALT: () => this.CONSUME1(t.Initials) }]),
      );
    });
    this.OPTION1(() => this.OR2([{ ALT: () => this.CONSUME(t.Link) }, { ALT: () => this.CONSUME(t.Colon) }]));
    this.MANY1(() => this.CONSUME(t.AnyWord));
  });

  /** owner = Post | Initials | Title* Initial* Name+ */
  private readonly owner = this.RULE("owner", () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Post) },
      { ALT: () => this.CONSUME(t.Initials) },
      {
        ALT: () => {
          this.MANY(() => this.CONSUME(t.Title));
          this.MANY1(() => this.CONSUME(t.Initial));
          this.AT_LEAST_ONE(() => this.CONSUME(t.Name));
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

const OWNER_STARTS = new Set([t.Post, t.Initials, t.Title, t.Initial, t.Name]);

const lexer = new Lexer(t.TASK_TOKENS, { positionTracking: "onlyOffset" });
const parser = new TaskParser();

/** The task that begins right at the start of a text. Null where no owner stands there with a link, colon or bare verb behind. */
export function readTask(text: string): TaskPhrase | null {
  return taskAt(text, lexer.tokenize(text).tokens, 0, false);
}

/**
 * The first task anywhere in a sentence: at its start, or behind a comma, "and", "which" or "that".
 * `isSubjunctive`: a bare verb after the owner is enough ("… that VQ contact DG").
 */
export function findTasks(text: string): TaskPhrase[] {
  const { tokens } = lexer.tokenize(text);
  const found: TaskPhrase[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (!OWNER_STARTS.has(token.tokenType) || (before !== undefined && !mayPrecede(before))) return;
    if (found.some((other) => other.owners.some((owner) => owner.end > token.startOffset))) return;
    const task = taskAt(text, tokens, index, before?.tokenType === t.That);
    if (task !== null) found.push(task);
  });
  return found;
}

function mayPrecede(token: IToken): boolean {
  return (
    token.tokenType === t.That ||
    token.tokenType === t.And ||
    /^(?:which|[;.:(]|then|therefore|however)$/i.test(token.image)
  );
}

function taskAt(text: string, tokens: readonly IToken[], index: number, isSubjunctive: boolean): TaskPhrase | null {
  parser.input = tokens.slice(index);
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
  const linkEnd =
    link === undefined
      ? behindOwner(tree.children as Record<string, IToken[]>, last.end)
      : link.startOffset + link.image.length;
  const task = trim(text, linkEnd);
  const verb = /^[\p{L}-]+/u.exec(text.slice(task.start))?.[0] ?? "";
  if (verb === "" || (link === undefined && !(isSubjunctive && isBareVerb(verb)))) return null;
  return {
    span: { start: spans[0]?.start ?? 0, end: task.end },
    owners: spans,
    task,
    link: link?.image.toLowerCase().replace(/\s+/g, " ") ?? "",
  };
}

/** Where the words behind the owner (and "of the X Service") begin. */
function behindOwner(children: Record<string, IToken[]>, ownerEnd: number): number {
  const of = children.OfWhom?.[0];
  if (of === undefined) return ownerEnd;
  const names = [...(children.Name ?? []), ...(children.Initials ?? [])];
  return Math.max(ownerEnd, ...names.map((token) => token.startOffset + token.image.length));
}

/** Verbs in the form that follows "that X": no helping verb, no past tense but that of a clerk's slip. */
function isBareVerb(verb: string): boolean {
  return (
    /^[a-z]{3,}$/.test(verb) &&
    !/^(?:the|and|was|were|had|has|have|are|for|who|with|from|been|being|would|could|should|will|may|might|can|must|did|does|not|also|which|when|that|this|but|its|his|her|their)$/.test(
      verb,
    ) &&
    !/(?<!\b(?:br|s|r|sw))ing$/.test(verb)
  );
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
