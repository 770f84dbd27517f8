/** What papers that are no minutes look like: wordings by which an agenda, a letter or a newsletter is known, and what each is worth. */

import type { PartKind } from "../../model/minutes.js";

/** What a paper can be; several are `other` in the records. */
export const PAPER_KINDS = {
  minutes: "minutes",
  agenda: "agenda",
  report: "report",
  transcript: "other",
  newsletter: "other",
  webPage: "other",
  letter: "other",
  invoice: "other",
  notice: "other",
  policy: "other",
  directory: "other",
  calendar: "other",
  errorPage: "other",
  unknown: "other",
} as const satisfies Record<string, PartKind>;
export type PaperKind = keyof typeof PAPER_KINDS;

export interface KindSign {
  readonly of: PaperKind;
  readonly pattern: RegExp;
  /** What one line that has it is worth. */
  readonly weight: number;
  /** How many lines count at most. */
  readonly most: number;
  /** `head`: one of the first lines; `short`: a line of at most eight words, as headings are. */
  readonly where?: "head" | "short";
}

/** Lines that count as the head of a paper. */
export const HEAD_LINES = 14;

export const KIND_SIGNS: readonly KindSign[] = [
  {
    of: "minutes",
    pattern:
      /\b(?:reported|noted|advised|informed|explained|stated|asked|thanked|welcomed|confirmed|proposed|seconded|moved|agreed|resolved|approved|carried|discussed|received|raised|suggested|updated|elected|nominated|opened the meeting|took the chair|apologi[sz]ed)\b/i,
    weight: 0.5,
    most: 8,
  },
  {
    of: "minutes",
    pattern:
      /\b(?:was|were)\s+(?:\w+ly\s+)?(?:reported|noted|agreed|resolved|approved|proposed|read|signed|accepted|received|elected|taken as read|discussed|given|adopted)\b/i,
    weight: 1,
    most: 4,
  },
  {
    of: "minutes",
    pattern: /\bminutes\b.{0,120}\b(?:were|was|as a (?:true|correct)|approved by)\b/i,
    weight: 1.5,
    most: 1,
  },
  {
    of: "minutes",
    pattern: /^(?:the )?meeting (?:was )?(?:called to order|opened|started|began|commenced|closed|adjourned|ended)\b/i,
    weight: 2,
    most: 2,
  },

  { of: "minutes", pattern: /\b(?:minutes|meeting notes|notes of)\b/i, weight: 1, most: 1, where: "head" },

  {
    of: "agenda",
    pattern:
      /^(?:\S{1,6}\s+)?to (?:receive|consider|approve|note|confirm|agree|discuss|elect|appoint|review|accept|sign|resolve|declare|ratify|adopt|authorise|report|hear|decide|determine|invite|allow|fix|record|endorse|make)\b/i,
    weight: 0.7,
    most: 10,
  },
  {
    of: "agenda",
    pattern:
      /\b(?:hereby summoned|(?:are|is) (?:hereby )?(?:summoned|invited|requested) to attend|summoned to|notice is (?:hereby )?given|hereby given|notice of (?:the )?(?:annual |extraordinary |ordinary )?(?:general |parish |council )?meeting|(?:public|press|electors?|residents|members)\b.{0,40}\bare (?:welcome|invited|entitled) to|convened (?:for|to be held))\b/i,
    weight: 3,
    most: 2,
  },
  {
    of: "agenda",
    pattern: /\b(?:will|is to|to) be held\b|\bwill (?:take place|meet)\b/i,
    weight: 1.5,
    most: 1,
    where: "head",
  },
  {
    of: "agenda",
    pattern: /\b(?:public notice|agenda (?:attached|enclosed|below|to be considered)|business to be transacted)\b/i,
    weight: 2,
    most: 1,
  },
  {
    of: "agenda",
    pattern:
      /\((?:report|paper|copy|papers?) (?:attached|enclosed|to follow|herewith)\)|\b(?:verbal|oral) (?:report|update)$/i,
    weight: 0.5,
    most: 6,
  },
  {
    of: "agenda",
    pattern: /^(?:\S{1,6}\s+)?.{3,60}\s[–—-]\s+(?:for (?:decision|information|discussion|noting|approval))$/i,
    weight: 0.5,
    most: 6,
  },

  {
    of: "report",
    pattern:
      /^(?:\d+(?:\.\d+)*\.?\s+)?(?:purpose(?: of (?:the |this )?report)?|background(?: papers| information)?|introduction|executive summary|summary|recommendations?|options(?: considered)?|conclusions?|(?:financial|legal|equality|risk|staffing|climate|environmental|policy|crime and disorder|resource|human resources|equalities|sustainability)(?: and \w+)? implications|implications|consultation|methodology|findings|appendices|risk assessment|next steps|key issues|equality impact(?: assessment)?)\s*:?$/i,
    weight: 1.5,
    most: 6,
    where: "short",
  },
  {
    of: "report",
    pattern:
      /^(?:report (?:of|by|to|from|author|title)\b|author\s*:|wards? affected|contact officer|lead officer|officer contact|meeting date\s*:|title of report|subject\s*:|for decision|decision required|key decision|portfolio holder)/i,
    weight: 2,
    most: 4,
    where: "head",
  },
  {
    of: "report",
    pattern:
      /\b(?:(?:it is|officers?) recommend(?:ed)? that|(?:members?|the (?:committee|board|council|panel|cabinet|governors|trustees)) (?:is|are) (?:asked|recommended|invited|requested) to|this (?:report|paper) (?:sets out|seeks|provides|asks|presents|updates|summari[sz]es|describes|outlines))\b/i,
    weight: 2.5,
    most: 3,
  },

  { of: "transcript", pattern: /\btranscript(?:ion)?\b|\bWEBVTT\b/i, weight: 4, most: 1, where: "head" },
  { of: "transcript", pattern: /\d:\d\d(?:[.,]\d+)?\s*-->\s*\d/, weight: 3, most: 3 },
  { of: "transcript", pattern: /^[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?(?:\s|$)/, weight: 0.5, most: 12 },
  {
    of: "transcript",
    pattern: /\[(?:inaudible|crosstalk|laughter|applause|pause|music|unclear)\b/i,
    weight: 2,
    most: 3,
  },
  {
    of: "transcript",
    pattern:
      /\b(?:I'm|I’m|I'll|I’ll|I've|I’ve|don't|don’t|you're|you’re|we're|we’re|let's|let’s|okay|um|erm|yeah|thank you)\b/i,
    weight: 0.3,
    most: 14,
  },

  {
    of: "newsletter",
    pattern:
      /\b(?:e-?newsletter|newsletter|bulletin|village (?:news|voice)|parish (?:news|magazine)|the \w+ (?:gazette|herald|chronicle|times|messenger|courier))\b/i,
    weight: 4,
    most: 1,
    where: "head",
  },
  {
    of: "newsletter",
    pattern:
      /\b(?:in this (?:issue|edition|month’s)|inside this issue|(?:issue|edition|vol(?:ume)?\.?|number)\s*(?:no\.?\s*)?\d+|(?:spring|summer|autumn|winter|christmas|easter) (?:edition|issue|20\d\d))\b/i,
    weight: 2.5,
    most: 2,
    where: "head",
  },
  {
    of: "newsletter",
    pattern:
      /\b(?:unsubscribe|subscribe|view (?:this email )?in (?:your )?browser|forward to a friend|from the editor|editor['’]s|editorial|copy deadline|deadline for (?:copy|articles|the next issue)|what['’]s on|dates? for (?:your|the) diary|advertis(?:e|ing) (?:here|in))\b/i,
    weight: 2,
    most: 3,
  },
  {
    of: "newsletter",
    pattern:
      /\b(?:book (?:now|your)|don['’]t miss|join us|come along|get in touch|find out more|follow us|why not|pop (?:in|along)|all (?:are )?welcome|free entry|tickets|would you like to|can you (?:help|spare)|we would love|we['’]d love|see you there|we are (?:delighted|pleased|looking for))\b/i,
    weight: 0.7,
    most: 10,
  },
  { of: "newsletter", pattern: /!(?:\s|$)/, weight: 0.3, most: 8 },

  {
    of: "webPage",
    pattern:
      /^(?:home|search|site ?map|skip to (?:main )?content|menu|main menu|log ?in|sign in|register|contact(?: us)?|about(?: us)?|privacy(?: policy| notice)?|cookies?(?: policy)?|accessibility(?: statement)?|terms (?:and conditions|of use)|back to top|print(?: this)? page|share(?: this)?|follow us.*|facebook|twitter|you are here.*|quick links|related (?:links|pages)|useful links|news|events|next|previous|more|read more.*|powered by.*|©.*|copyright.*)$/i,
    weight: 0.5,
    most: 10,
    where: "short",
  },
  {
    of: "webPage",
    pattern:
      /^https?:\/\/\S+$|^www\.\S+$|[[(](?:pdf|docx?|xlsx?)[\s,;:–-]*(?:[\d.,]+\s*[km]b)?[\])]|\b(?:pdf|word|docx?)\b\W{0,3}[\d.,]+\s*[km]b\b|\bopens in (?:a )?new (?:window|tab)\b|^(?:download|view|open)\b.{0,60}$/i,
    weight: 0.5,
    most: 12,
  },

  { of: "letter", pattern: /^dear\b.{1,60}[,:]?$/i, weight: 3, most: 1, where: "short" },
  {
    of: "letter",
    pattern:
      /^(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:kind|best|warm) (?:regards|wishes)|sincerely(?: yours)?)[,.]?$/i,
    weight: 4,
    most: 1,
    where: "short",
  },
  {
    of: "letter",
    pattern: /^(?:(?:our|your) ref(?:erence)?\b|re\s*:|subject\s*:|by e-?mail)/i,
    weight: 1.5,
    most: 2,
    where: "head",
  },
  {
    of: "letter",
    pattern:
      /\b(?:I am writing|we are writing|thank you for your (?:letter|e-?mail|enquiry)|further to (?:your|our|my)|do not hesitate|I look forward|I would be grateful|please find enclosed)\b/i,
    weight: 1.5,
    most: 3,
  },

  {
    of: "invoice",
    pattern: /^(?:tax |vat |sales )?invoice$|\binvoice (?:no\.?|number|date|to|#)/i,
    weight: 3,
    most: 2,
  },
  {
    of: "invoice",
    pattern:
      /\b(?:amount due|total due|balance due|sub-?total|vat (?:no\.?|reg\w*|@|at \d)|sort code|account (?:no\.?|number|name)|payment terms|payment (?:is )?due|bill to|purchase order|remittance|unit price|please make cheques)\b/i,
    weight: 1.5,
    most: 5,
  },

  {
    of: "notice",
    pattern:
      /\b(?:decision notice|notice of (?:decision|refusal|grant|planning|election|vacancy|conclusion|poll|public rights)|(?:hereby (?:grants?|refuses?|permits?|approves?|gives? notice|certif(?:y|ies)))|(?:grants?|refuses?) (?:planning )?(?:permission|consent) for)\b/i,
    weight: 3,
    most: 2,
  },
  {
    of: "notice",
    pattern:
      /\b(?:subject to the following conditions?|for the following reasons?|right of appeal|appeal to the secretary of state|town and country planning (?:act|\()|must be begun|before the expiration of|the development hereby|date of decision)\b/i,
    weight: 1.5,
    most: 4,
  },

  {
    of: "policy",
    pattern:
      /\b(?:policy|terms of reference|standing orders|code of (?:conduct|practice)|constitution|scheme of delegation|financial regulations|bye-?laws|procedures?|protocol|strategy|statement of|privacy notice)\b\W*(?:\(?(?:version|v|revised|adopted|reviewed|draft).{0,30})?$/i,
    weight: 2.5,
    most: 1,
    where: "head",
  },
  {
    of: "policy",
    pattern:
      /^(?:\d+(?:\.\d+)*\.?\s+)?(?:purpose|aims?|scope|membership|quorum|responsibilities|roles? and responsibilities|frequency of meetings|definitions?|review|principles|policy statement|complaints|delegated powers|voting|conduct of meetings|document control|version (?:control|history)|powers|objects?|monitoring(?: and review)?|accountability|reporting(?: arrangements)?)\s*:?$/i,
    weight: 1.5,
    most: 5,
    where: "short",
  },
  {
    of: "policy",
    pattern:
      /\b(?:this (?:policy|document|code|protocol)|version \d|next review|review date|adopted (?:on|by)|date of (?:adoption|next review)|will be reviewed)\b/i,
    weight: 1,
    most: 3,
  },

  {
    of: "errorPage",
    pattern:
      /^(?:\W*error\W*)?\b(?:40[0134]|50[0234])\b.{0,40}$|\b(?:page (?:you (?:requested|are looking for)|cannot be (?:found|displayed)|not found)|not found|internal server error|access (?:is )?denied|forbidden|service unavailable|bad gateway|enable (?:javascript|cookies)|session has (?:expired|timed out)|under maintenance)\b/i,
    weight: 4,
    most: 3,
    where: "head",
  },
];

/** A line of a turn in a conversation: "[00:12:31] Anna Lind: I think …", "SPEAKER 2: Right." */
export const SPEAKER_TURN =
  /^(?:[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?\s+)?(?:[A-Z][\w.'’-]*\s*){1,4}(?:\(\d{1,2}:\d\d(?::\d\d)?\))?\s*:\s+\S/;

/** An address, a telephone number: what a list of people has, and minutes seldom. */
export const CONTACT_DETAIL =
  /[\w.+-]+@[\w-]+\.\w|\b(?:tel(?:ephone)?|phone|mobile|e-?mail)\b|\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b/i;

/** Duties: what policies are made of. */
export const MODAL_VERB = /\b(?:shall|must|will|should|may|is responsible for|are (?:expected|required) to)\b/i;

/** Small words without which no English sentence does for long; spelt so in no neighbouring language, or rare there. */
export const ENGLISH_SMALL_WORDS: ReadonlySet<string> = new Set(
  "the of and to was were that for is be by with been from this it had not as at would will have has are on which their they he she his her there who".split(
    " ",
  ),
);
