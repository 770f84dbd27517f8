/** Control words of rich text by what they do (Rich Text Format specification 1.9.1). */

/** Words and symbols that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  page: "\n",
  column: "\n",
  softline: "\n",
  emdash: "—",
  endash: "–",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  "~": "\u00a0",
  _: "\u2011",
  "{": "{",
  "}": "}",
  "\\": "\\",
};

/** Groups that hold no words of the document, though no `\*` stands before their names. */
export const SKIPPED_GROUPS: ReadonlySet<string> = new Set(
  `sp colortbl filetbl revtbl rsidtbl listtable listoverridetable pict objdata objclass objname objtime nonshppict shprslt
  nonesttables themedata colorschememapping latentstyles datastore xmlnstbl generator bkmkstart bkmkend xe tc tcn rxe
  annotation atnid atnauthor atndate atnref atnicn atnparent atrfstart atrfend formfield datafield ftnsep ftnsepc ftncn
  aftnsep aftnsepc aftncn pntxta pntxtb pnseclvl falt panose fontemb background buptim printim operator keywords comment
  doccomm subject manager company category hlinkbase userprops docvar mmathPr mmathPict nesttableprops stylesheet fonttbl info`.split(
    /\s+/,
  ),
);

/** Groups that are read although `\*` says that an old program may skip them. */
export const READ_THOUGH_OPTIONAL: ReadonlySet<string> = new Set(
  "fldinst nesttableprops shppict shpinst do ud moMathPara moMath footnote listtext pntext".split(" "),
);

/** Page headers and footers: of all pages, of left, right and first ones. */
export const PAGE_ENDS: Readonly<Record<string, "header" | "footer">> = {
  header: "header",
  headerl: "header",
  headerr: "header",
  headerf: "header",
  footer: "footer",
  footerl: "footer",
  footerr: "footer",
  footerf: "footer",
};

/** Every way of underlining is underlining. */
export const UNDERLINES: ReadonlySet<string> = new Set(
  "ul uld uldash uldashd uldashdd uldb ulhwave ulldash ulth ulthd ulthdash ulthdashd ulthdashdd ulthldash ululdbwave ulw ulwave".split(
    " ",
  ),
);
