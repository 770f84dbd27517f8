/** What a line is read as, by its looks and the vocabulary alone; what it means where it stands is for `resolve` to say. */

import type { TokenType } from "chevrotain";
import { type LineView, subSpan } from "./line-view.js";
import { readItemNumber } from "./phrases/item-number.js";
import { personLikeness } from "./phrases/person.js";
import { readSectionLabel } from "./phrases/section-label.js";
import { hasFiniteVerb } from "./phrases/sentences.js";
import type { Reading } from "./reading.js";
import * as tokens from "./tokens.js";
import { ACTION_MARKER, ACTION_SIGN } from "./vocabulary/actions.js";
import { DECISION_LEADS, DECISION_MARKERS, mayOpenWithMarker } from "./vocabulary/decisions.js";
import { CUT_OFF, FURNITURE, PART_TITLES, PRESENTED, TAB_PAGE, USUAL_BUSINESS } from "./vocabulary/headings.js";
import { LONE_LABEL } from "./vocabulary/sections.js";

type Rule = (view: LineView) => Reading | null;

/** The line's reading: the first rule that fits. The last one always does. */
export function classify(view: LineView): Reading {
  for (const rule of RULES) {
    const reading = rule(view);
    if (reading !== null) return reading;
  }
  return reading(view, tokens.TextLine, "text");
}

function reading(view: LineView, token: TokenType, rule: string, more: Partial<Reading> = {}): Reading {
  return { token, rule, number: null, label: null, decision: null, partKind: null, rest: view.span, ...more };
}

const trailer: Rule = (view) => (view.line.isTrailer ? reading(view, tokens.TrailerLine, "trailer") : null);

const empty: Rule = (view) => (/[\p{L}\p{N}£$€%]/u.test(view.text) ? null : reading(view, tokens.EmptyLine, "empty"));

const furniture: Rule = (view) => {
  if (CUT_OFF.test(view.text)) return reading(view, tokens.TextLine, "text/cut-off");
  return view.wordCount <= 14 && FURNITURE.test(view.text) ? reading(view, tokens.FurnitureLine, "furniture") : null;
};

/** "ITEM 3" in front of a paper of a pack. */
const tabPage: Rule = (view) =>
  TAB_PAGE.test(view.text) && view.line.cell === null && view.line.style.list === null
    ? reading(view, tokens.TabLine, "tab-page")
    : null;

const partTitle: Rule = (view) => {
  if (view.line.cell !== null || view.line.style.list !== null || view.wordCount > 45) return null;
  // "4. Action log" and "FC/23/05 Minutes of …" are items.
  if (/^\(?\d{1,3}[.)\s]/.test(view.text) || /^(?:[A-Z]{1,6}[ /.-]?)?\d+[/.-]\d/.test(view.text)) return null;
  for (const [pattern, partKind] of PART_TITLES) {
    if (!pattern.test(view.text)) continue;
    // "Minutes of the last meeting" is business, unless the line says whose minutes they are.
    const isTitle =
      (!USUAL_BUSINESS.test(view.text) || /^(?:minutes|action log)$/i.test(view.text)) &&
      (view.isSetApart || !/[.;]$/.test(view.text)) &&
      !isSentence(view.text);
    if (isTitle) return reading(view, tokens.TitleLine, `title/${partKind}`, { partKind });
  }
  return null;
};

function isSentence(text: string): boolean {
  return (
    /\b(?:were|was|be)\s+(?:read|agreed|approved|taken|confirmed|signed|accepted|circulated|noted|received|adopted|passed|moved)\b/i.test(
      text,
    ) || /\b(?:agreed|approved|proposed|signed)\b/i.test(text)
  );
}

const MINUTES_LABEL = /^(?:minutes?|notes?|recorder)$/i;

/** "PRESENT:", "Apologies for absence were received from: A Smith", "OFFICERS IN ATTENDANCE (2):". */
const label: Rule = (view) => {
  if (view.wordCount > 150) return null;
  const found = readSectionLabel(view.text);
  if (found === null) return null;
  const { label, mark, isAlone } = found;
  const words = view.text.slice(0, found.wordsEnd);
  if (mark !== "colon" && isAlone) {
    // Without a colon a post, or a word such as "Public", is a heading; other labels are trusted where they are short or set apart.
    if (label.role === "named" || !LONE_LABEL.test(words) || (!view.isSetApart && view.wordCount > 6)) return null;
  } else if (label.isSubgroup && mark !== "colon" && (mark !== "dash" || label.isSubgroup !== "officers")) return null;
  // Portals head each item's text with "Minutes:".
  // "Minutes: these were read and agreed" is business; behind a taker's label stands a name.
  const rest = view.text.slice(found.end);
  if (label.role === "named" && MINUTES_LABEL.test(words) && (isAlone || /^\p{Ll}/u.test(rest) || /^The\b/.test(rest)))
    return null;
  // "Minutes - Monday, January 22, 2018".
  if (label.role === "named" && mark !== "colon" && /\d/.test(view.text)) return null;
  return reading(view, tokens.LabelLine, `label/${label.status}`, {
    label,
    rest: subSpan(view, found.end),
  });
};

/** "RESOLVED:", "AGREED that …", "Decision – …", "The Board agreed:". */
const decision: Rule = (view) => {
  if (/:$|\bthat$/i.test(view.text) && DECISION_LEADS.test(view.text))
    return reading(view, tokens.DecisionLine, "decision/lead", {
      decision: /resolv/i.test(view.text) ? "resolved" : "agreed",
      rest: subSpan(view, view.text.length),
    });
  if (!mayOpenWithMarker(view.text)) return null;
  for (const [pattern, kind] of DECISION_MARKERS) {
    const match = pattern.exec(view.text);
    if (match !== null)
      return reading(view, tokens.DecisionLine, `decision/${kind}`, {
        decision: kind,
        rest: subSpan(view, match[0].length),
      });
  }
  return null;
};

/** "ACTION: JS to …", "ACTIONS". */
const action: Rule = (view) => {
  const match = ACTION_SIGN.test(view.text) ? ACTION_MARKER.exec(view.text) : null;
  if (match === null || /^actions?\s+(?:was|were|is|are|has|taken|from|of|to)\b/i.test(view.text)) return null;
  return reading(view, tokens.ActionLine, "action", { rest: subSpan(view, match[0].length) });
};

/** "12." alone, "(a) That …", "3.1 Title". */
const numbered: Rule = (view) => {
  const number = readItemNumber(view.text);
  if (number === null) return null;
  const rest = subSpan(view, number.end);
  if (rest.start >= rest.end) return reading(view, tokens.NumberLine, `number/${number.kind}`, { number, rest });
  const words = view.text.slice(number.end);
  const isClause =
    /^(?:that|to)\b/i.test(words) || ((number.kind === "letter" || number.kind === "roman") && number.close !== ".");
  const token = isClause ? tokens.ClauseLine : tokens.NumberedLine;
  return reading(view, token, `${isClause ? "clause" : "numbered"}/${number.kind}`, { number, rest });
};

/** "The meeting closed at 9.05 pm", "There being no further business …". */
const CLOSE =
  /^(?:there\s+being\s+no\s+(?:further|other|more)|(?:the\s+)?(?:chair(?:man|person)?\s+(?:\w+\s+){0,8})?(?:declared|closed)\s+the\s+meeting|(?:the\s+)?meeting\s+(?:was\s+)?(?:then\s+)?(?:formally\s+)?(?:closed|concluded|ended|finished|adjourned|declared\s+closed|terminated)|(?:meeting\s+)?(?:close[ds]?|ended|finished|concluded|adjourned)\s*(?:at)?\s*[:–-]?\s*\d)/i;
const close: Rule = (view) =>
  view.wordCount <= 60 && CLOSE.test(view.text) ? reading(view, tokens.CloseLine, "close") : null;

const SIGNATURE =
  /^(?:(?:signed|signature)\b.{0,80}$|(?:chair(?:man|person|woman)?)\s*[:.]?\s*(?:[._…-]{3,}.*|date\b.*)?$|date[d]?\s*:?\s*[._…]{3,}.*$|[._…]{5,}\s*(?:chair|date|signed).*$)/i;
const signature: Rule = (view) =>
  SIGNATURE.test(view.text) && view.line.cell === null ? reading(view, tokens.SignatureLine, "signature") : null;

/** Initials or a post alone, as they stand in a margin: "MS", "Clerk", "KL/MS". */
const OWNER =
  /^(?:[A-Z][A-Za-z]?[A-Z][a-z]?(?:\s?[/,&+]\s?[A-Z][A-Za-z]?[A-Z][a-z]?)*|(?:Clerk|All|ALL|Chair|Cllrs?\.? [A-Z][\w’'-]+|Secretary|Treasurer)(?:\s?[/,&+]\s?(?:Clerk|Chair|[A-Z][\w’'-]+))*)$/;
const owner: Rule = (view) =>
  OWNER.test(view.text) && view.wordCount <= 5 && view.line.style.heading === null && !USUAL_BUSINESS.test(view.text)
    ? reading(view, tokens.OwnerLine, "owner")
    : null;

/** Names behind each other are people, also in bold. */
const NAME_RUN =
  /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}(?:, ?\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}){3,}$/u;

/** "Treasurer's report – Ada Quill". */
function isPresented(view: LineView): boolean {
  if (view.wordCount > 12 || !/\s[–—-]\s/.test(view.text)) return false;
  const { business = "", presenter = "" } = PRESENTED.exec(view.text)?.groups ?? {};
  return USUAL_BUSINESS.test(business) && personLikeness(presenter) >= 0.7;
}

/** A line set apart, or the title of usual business, that is no sentence. */
const heading: Rule = (view) => {
  if (view.line.style.list === "bullet" && view.line.style.heading === null) return null;
  if (view.line.style.heading !== null) return reading(view, tokens.HeadingLine, "heading/markup");
  if (view.wordCount > 25 || /[,;]$/.test(view.text) || NAME_RUN.test(view.text)) return null;
  if (USUAL_BUSINESS.test(view.text) || isPresented(view)) return reading(view, tokens.HeadingLine, "heading/usual");
  if (!view.isSetApart || (hasFiniteVerb(view.text) && !view.isCapitals && /[.]$/.test(view.text))) return null;
  return reading(view, tokens.HeadingLine, view.isCapitals ? "heading/capitals" : "heading/emphasis");
};

const bullet: Rule = (view) => (view.line.style.list === "bullet" ? reading(view, tokens.BulletLine, "bullet") : null);

/** In order: the first that fits reads the line. */
const RULES: readonly Rule[] = [
  trailer,
  empty,
  furniture,
  tabPage,
  label,
  decision,
  action,
  partTitle,
  close,
  numbered,
  signature,
  owner,
  heading,
  bullet,
];
