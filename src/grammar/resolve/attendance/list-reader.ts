/** The entries under a label, one after the other as long as they are people, read with the shape of the whole list in mind. */

import type { AttendanceStatus, Attendee } from "../../../model/minutes.js";
import type { Span } from "../../../model/source.js";
import { looksLikePerson, organisationLikeness, personLikeness } from "../../phrases/person.js";
import { readSectionLabel } from "../../phrases/section-label.js";
import * as t from "../../tokens.js";
import { USUAL_BUSINESS } from "../../vocabulary/headings.js";
import type { SectionLabel } from "../../vocabulary/sections.js";
import type { PartContext } from "../context.js";
import type { FlowEntry, FlowLine } from "../flow/flow.js";
import { capitalPairs, isCapitalName, isLoneName } from "./capital-names.js";
import { isSentence, readStretches, statusUnder } from "./labelled-people.js";
import { groupAt } from "./list-group.js";
import { type ListShape, listShape, reversedName } from "./list-shape.js";
import { isListNumber } from "./numbered-entries.js";
import { peopleInGrid } from "./people-grid.js";
import { isPersonLine, personAt, readLine, withOrganisation } from "./people-line.js";
import { isCrowd } from "./unnamed.js";

/** "A/57. Apologies", "MINUTES OF LAST MEETING. Accepted.", "FINANCE  Mr Smith reported": business that no number or look sets apart. */
const BUSINESS = /^(?:\p{L}{1,4}[./]?\d|\p{Lu}{4,}(?:\s+\p{Lu}{2,})*(?:\.\s|\s{2,}|\s+[–-]\s)\s*\p{Lu}\p{Ll})/u;

/** "CALL TO ORDER: Ms Quill called the meeting …": usual business in front of its text, which is no label of people. */
function isBusiness(text: string): boolean {
  if (BUSINESS.test(text)) return true;
  const title = /^(\p{Lu}[^:.;,]{3,40}?):\s+\S/u.exec(text)?.[1];
  return title !== undefined && USUAL_BUSINESS.test(title) && readSectionLabel(text) === null;
}

/** "Ada Quill: Ben Marl; Cy Reed" below "Proxies:": for whom Ada votes, who came. */
const PROXY_HOLDER = /^([^:,;]{4,40}):\s+([^:,;]{4,40})(?:[,;]|$)/;

/** How far below a label the shape of its list is looked at, in entries. */
const SHAPE_REACH = 80;

/** Takes the entries under a label one after the other, as long as they are people. */
export class ListReader {
  readonly people: Attendee[] = [];
  last: number;
  private readonly shape: ListShape;
  private readonly pairs: ReadonlyMap<number, number>;
  private group: Span | null = null;
  private misses = 0;
  private next: number;

  constructor(
    private readonly context: PartContext,
    private readonly head: number,
    public status: AttendanceStatus,
    private readonly label: SectionLabel,
    private readonly hasInline: boolean,
  ) {
    this.last = head;
    this.next = head + 1;
    const below = entriesBelow(context, head);
    this.shape = listShape(below.map(({ entry }) => entry.node.view.text));
    this.pairs = capitalPairs(below);
  }

  read(): void {
    for (; this.next < this.context.flow.length; this.next++) {
      const entry = this.context.flow[this.next] as FlowEntry;
      if (entry.kind === "grid") {
        if (entry.reading.use !== "people") return;
        this.context.consumed.add(entry);
        const grid = peopleInGrid(this.context, entry, this.status);
        this.add(grid.people);
        this.status = grid.status;
      } else if (entry.node.view.text !== "" && !this.takeLine(entry)) return;
    }
  }

  /** Whether the list goes on behind the line. */
  private takeLine(entry: FlowLine): boolean {
    const { context } = this;
    if (this.label.role === "named" && (this.people.length > 0 || this.hasInline)) return false;
    const second = this.pairs.get(this.next);
    if (second !== undefined) return this.takePair(entry, second);
    if (isLoneName(entry) && this.label.role === null) {
      this.consumeTo(this.next);
      return true;
    }
    if (this.shape.isAlternating && this.takeOrganisation(entry)) return true;
    const group = groupAt(context, this.next, this.shape, context.flow[this.head]);
    if (group !== null) {
      this.consumeTo(this.next);
      this.group = group.organisation;
      if (group.label !== null)
        this.status = statusUnder(group.label, {
          status: this.status,
          isBare: this.people.length === 0 && !this.hasInline,
        });
      return true;
    }
    if (!this.mayBeEntry(entry) || this.isBehindList(entry) || isBusiness(entry.node.view.text)) return false;
    if (isCrowd(entry.node.view.text)) {
      this.consumeTo(this.next);
      return true;
    }
    return this.takeEntry(entry);
  }

  private takeEntry(entry: FlowLine): boolean {
    const { context } = this;
    const { view } = entry.node;
    const people = isSentence(view.text) ? [] : this.readEntry(entry);
    if (people.length > 0) {
      this.consumeTo(this.next);
      this.people.push(...people.map((person) => this.ofGroup(person)));
      return true;
    }
    if (isSentence(view.text) || ++this.misses > 1) return false;
    if (view.wordCount <= 8 && this.people.length > 0)
      context.report("attendance/unread-entry", view.span, `"${view.text}" is not understood as a person`);
    return true;
  }

  private readEntry(entry: FlowLine): Attendee[] {
    const { context } = this;
    const { view, reading } = entry.node;
    const span = isListNumber(context, this.next) ? reading.rest : view.span;
    const text = context.source.text.slice(span.start, span.end);
    const proxy = this.status === "absent" ? PROXY_HOLDER.exec(text) : null;
    if (proxy !== null && looksLikePerson(proxy[1] ?? "") && looksLikePerson(proxy[2] ?? ""))
      return readLine(context, { start: span.start + text.indexOf(":") + 1, end: span.end }, "absent", null, true);
    const name = this.shape.isSurnameFirst ? reversedName(text) : null;
    if (name !== null) return personAt(context, span, name.length, this.status);
    const read = readStretches(context, span, this.status, null, null);
    if (read.hasLabels) {
      this.status = read.status;
      this.group = null;
      return read.people;
    }
    return readLine(context, span, this.status, null, false);
  }

  /** The organisation on the line below its person, in a list where they stand in turn. */
  private takeOrganisation(entry: FlowLine): boolean {
    const { text, span } = entry.node.view;
    const person = this.people.at(-1);
    if (person === undefined || organisationLikeness(text) <= personLikeness(text)) return false;
    this.people[this.people.length - 1] = withOrganisation(this.context, person, span, 0.85);
    this.consumeTo(this.next);
    return true;
  }

  /** Surname and given name on two lines. */
  private takePair(entry: FlowLine, second: number): boolean {
    const other = this.context.flow[second] as FlowLine;
    const span = { start: entry.node.view.span.start, end: other.node.view.span.end };
    const length = span.end - span.start;
    this.people.push(...personAt(this.context, span, length, this.status).map((person) => this.ofGroup(person)));
    this.next = second;
    this.consumeTo(second);
    return true;
  }

  private add(people: readonly Attendee[]): void {
    this.people.push(...people.map((person) => this.ofGroup(person)));
    this.last = this.next;
  }

  private ofGroup(person: Attendee): Attendee {
    return this.group === null ? person : withOrganisation(this.context, person, this.group, 0.8);
  }

  private mayBeEntry(entry: FlowLine): boolean {
    const { token } = entry.node.reading;
    if (token === t.TextLine || token === t.BulletLine || token === t.OwnerLine) return true;
    if (token === t.NumberedLine) return isListNumber(this.context, this.next) || isInitialsLine(entry);
    if (token !== t.HeadingLine || entry.node.view.line.style.heading !== null) return false;
    return isPersonLine(entry) || (this.shape.isCapitals && isCapitalName(entry));
  }

  /** Behind a gap the list may have ended: there only what is surely a person goes on with it. */
  private isBehindList(entry: FlowLine): boolean {
    const { text, line, wordCount } = entry.node.view;
    if (!line.isAfterGap) return false;
    // A list that stood in columns does not go on as single lines behind a gap.
    if (this.context.flow[this.last]?.kind === "grid" && !/^(?:Cllr|Councillor|Mrs?|Ms|Dr)\b/.test(text)) return true;
    return this.people.length > 0 && wordCount <= 3 && personLikeness(text) < 0.55;
  }

  private consumeTo(index: number): void {
    for (let skipped = this.last + 1; skipped <= index; skipped++) {
      const entry = this.context.flow[skipped];
      if (entry !== undefined) this.context.consumed.add(entry);
    }
    this.last = index;
  }
}

/** "J. Smith (Trust), B. Jones (Club)": the initial is no letter of a list. */
function isInitialsLine(entry: FlowLine): boolean {
  const kind = entry.node.reading.number?.kind;
  const [first = ""] = entry.node.view.text.split(/[,;(]|\s[-–]\s/, 1);
  return (kind === "letter" || kind === "roman") && /^\p{Lu}\./u.test(first) && personLikeness(first) >= 0.9;
}

const LIST_TOKENS = new Set([t.TextLine, t.BulletLine, t.OwnerLine, t.HeadingLine]);

/** The lines below a label up to the first that can be none of its entries. */
function entriesBelow(context: PartContext, index: number): { readonly entry: FlowLine; readonly index: number }[] {
  const below: { entry: FlowLine; index: number }[] = [];
  for (let next = index + 1; next < context.flow.length && below.length < SHAPE_REACH; next++) {
    const entry = context.flow[next];
    if (entry?.kind !== "line") break;
    const { view, reading } = entry.node;
    if (view.text === "") continue;
    const isHeading = USUAL_BUSINESS.test(view.text) || view.line.style.heading !== null;
    if (!LIST_TOKENS.has(reading.token) || isHeading || view.wordCount > 25) break;
    below.push({ entry, index: next });
  }
  return below;
}
