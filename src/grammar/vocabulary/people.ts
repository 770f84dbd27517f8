/** Words around names: titles, letters behind names, posts, organisations, and words that are never part of a name. */

/** A table of single words, written as a paragraph. */
function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

/** Titles before a name; a full stop may follow each. Capital letters count: "Sir" is a title, "sir" none. */
export const TITLES: readonly string[] = [
  "Cllr",
  "Clr",
  "Cll",
  "Cr",
  "Councillor",
  "Councilor",
  "Councilman",
  "Councilwoman",
  "Mr",
  "Mrs",
  "Ms",
  "Miss",
  "Mx",
  "Master",
  "Dr",
  "Doctor",
  "Prof",
  "Professor",
  "Rev",
  "Rev'd",
  "Rev’d",
  "The Rev'd",
  "the Rev'd",
  "The Rev’d",
  "the Rev’d",
  "Right Reverend",
  "Rt Reverend",
  "Very Revd",
  "Ven",
  "Venerable",
  "The Ven",
  "Preb",
  "Prebendary",
  "Dcn",
  "Mgr",
  "Msgr",
  "Monsignor",
  "Archbishop",
  "Brother",
  "Revd",
  "Reverend",
  "Bro",
  "Sis",
  "Cde",
  "Comrade",
  "the Reverend",
  "the Rev",
  "the Revd",
  "the Rt Hon",
  "the Hon",
  "The Reverend",
  "The Rev",
  "The Revd",
  "Very Rev",
  "Rt Rev",
  "Rt Revd",
  "Rt Hon",
  "The Rt Hon",
  "Sir",
  "Dame",
  "Lord",
  "Lady",
  "Baroness",
  "Baron",
  "Hon",
  "The Hon",
  "Hon Ald",
  "Ald",
  "Alderman",
  "Alderwoman",
  "Canon",
  "Fr",
  "Father",
  "Sister",
  "Rabbi",
  "Imam",
  "Archdeacon",
  "Bishop",
  "Deacon",
  "Pastor",
  "Provost",
  "Bailie",
  "Baillie",
  "Senator",
  "Judge",
  "Justice",
];

/** Offices that are called like titles, "Mayor Smith": a role in a list, of no account where names are compared. */
export const CIVIC_TITLES: readonly string[] = [
  "Council Member",
  "Councilmember",
  "Mayor",
  "Deputy Mayor",
  "Lord Mayor",
  "Commissioner",
  "Supervisor",
];

/** Ranks of police, fire service and forces, which stand before names like titles. */
export const RANKS: readonly string[] = [
  "Insp",
  "Inspector",
  "Chief Inspector",
  "Chief Insp",
  "Ch Insp",
  "Ch Inspector",
  "Det Insp",
  "Detective Inspector",
  "Detective Chief Inspector",
  "Temporary Inspector",
  "T/Insp",
  "Sgt",
  "Sergeant",
  "Det Sgt",
  "Detective Sergeant",
  "Constable",
  "Police Constable",
  "Chief Constable",
  "Deputy Chief Constable",
  "Assistant Chief Constable",
  "Supt",
  "Superintendent",
  "Chief Supt",
  "Ch Supt",
  "Chief Superintendent",
  "Det Supt",
  "Commander",
  "Cdr",
  "Cmdr",
  "Station Manager",
  "Watch Manager",
  "Group Manager",
  "Capt",
  "Captain",
  "Major",
  "Maj",
  "Col",
  "Colonel",
  "Lt",
  "Lieutenant",
  "Lt Col",
  "Brigadier",
  "Wing Commander",
  "Sqn Ldr",
  "Flt Lt",
  "PC",
  "PS",
  "PCSO",
  "WPC",
  "DC",
  "DS",
  "DI",
  "DCI",
];

/** What may stand before "Councillor" as part of the title ("County Cllr"). */
export const COUNCIL_TIERS: readonly string[] = [
  "County",
  "Borough",
  "District",
  "Parish",
  "Town",
  "City",
  "Community",
  "Ward",
  "Unitary",
  "Local",
  "Cty",
  "Dist",
  "Boro",
];

/** Titles of several people at once: they belong to no name. */
export const GROUP_TITLES: readonly string[] = [
  "Cllrs",
  "Clrs",
  "Councillors",
  "County Councillors",
  "County Cllrs",
  "Borough Councillors",
  "District Councillors",
  "Parish Councillors",
  "Town Councillors",
  "City Councillors",
  "Messrs",
  "Professors",
  "Profs",
  "Doctors",
  "Sirs",
  "Mesdames",
  "Drs",
  "Aldermen",
  "Commissioners",
  "Members",
  "Board Members",
  "Board Member",
  "Council Members",
  "Councilmembers",
  "Committee Members",
  "Directors",
  "Trustees",
  "Governors",
  "Supervisors",
  "Officers",
  "PCs",
  "PCSOs",
  "Sgts",
  "Inspectors",
  "Residents",
  "Observers",
  "Guests",
  "Visitors",
];

/** Letters behind a name: honours, offices, degrees. Capitals count. */
export const POST_NOMINALS: readonly string[] = list(`
  OBE MBE CBE KBE DBE GBE KCB CB CMG KCMG CVO MVO LVO BEM QPM KPM QFSM KFSM QAM QC KC JP CC BC MP MSP MS AM MLA
  MEP TD DL VR RD PhD DPhil MD BA BSc MA MSc MBA LLB FRS FRSA FCA ACA CPA CiLCA FSLCC PSLCC RN RAF Esq Jr Jnr
  Snr II III
`);

/** Particles inside surnames. */
export const PARTICLES: readonly string[] = list(`
  van von der den de di da du del della dos la le ter ten bin ibn al el af av zu y mac ap ab
`);

/** Head words of posts: a phrase whose head is one of these says what a person is. */
export const POSTS: readonly string[] = list(`
  chair chairs chairman chairwoman chairperson chairmen co-chair vice-chair vice-chairman vice-chairperson
  vice-president vp vicechair convener convenor cathaoirleach leas-chathaoirleach president clerk secretary
  treasurer minutes minute-taker note-taker notetaker taker minuter scribe recorder facilitator moderator
  speaker presenter director directors officer manager head headteacher headmaster headmistress teacher
  principal bursar leader coordinator co-ordinator administrator assistant advisor adviser analyst engineer
  planner surveyor solicitor barrister lawyer attorney accountant auditor auditors architect consultant lead
  executive ceo cto cfo coo cao rfo councillor councillors councilmember council-member member members trustee governor observer guest visitor
  resident representative rep delegate liaison champion warden caretaker commissioner constable inspector
  sergeant superintendent commander librarian scientist archivist registrar curator editor webmaster volunteer apprentice
  intern trainee specialist practitioner therapist nurse doctor gp radiographer radiologist technician
  technologist supervisor ombudsman provost mayor alderman rector vicar chaplain curate minister professor
  lecturer researcher fellow student postmaster agent owner proprietor founder partner associate deputy host
  author maintainer contributor worker wellbeing-lead ordinary seo heo sso see ao dpo sro pa ea counsel staff
  co-opted appointee nominee parent ex-officio liaison-officer monitor contractor employee journalist reporter press photographer
  witness captain vice-captain coach boatman steward groundsman quartermaster referee umpire
  invigilator elect designate emeritus secretariat seconder proposer
`);

/** Words that open the name of a post and cannot open a person's name. */
export const POST_MODIFIERS: readonly string[] = list(`
  chief assistant deputy acting interim senior junior vice vice- general executive non-executive operations
  infrastructure communications housing facilities finance minute note past outgoing incoming independent
  honorary hon. joint co lead principal county town parish city support social academic ordinary
`);

/** Head words of organisations. */
export const ORGANISATION_HEADS: readonly string[] = list(`
  council councils police constabulary service services authority trust university college school academy
  partnership board committee office department dept division directorate agency association society club
  federation union foundation institute institution centre center company ltd limited plc llp llc inc cic gmbh
  corporation group network forum alliance consortium ministry parliament government bank commission charity
  church diocese hospital clinic surgery ccg nhs bid hq solutions consulting consultants systems software lab
  labs laboratory team unit branch bureau panel taskforce body initiative project programme community residents
  archives archive library museum gallery theatre times gazette herald mercury echo radio tv bbc energy water
  rail railway transport homes estates digital networks technologies technology contracting construction
  architects solicitors accountants associates management engineering properties realty enterprises holdings media borough district
`);

/** Words frequent in names of organisations and not in names of people: enough against a person, weak for an organisation. */
export const ORGANISATION_WORDS: readonly string[] = list(`
  public health victim turning point first support care women's youth rescue fire safety safer county national
  local social probation rehabilitation violence reduction housing standards information data science open
  england wales scotland ireland london environment environmental planning highways education children
  children's adult families neighbourhood watch community age mind crime justice legal finance hr human
  resources royal british european international global regional town village parish city allotment farmers
  market tourism heritage wildlife action volunteers voluntary mental medical primary secondary federal state
  united business press sports playing fields football cricket
`);

/** Words of sentences: where one stands, the words are no name. */
export const SENTENCE_WORDS: readonly string[] = list(`
  were was is are be been being has have had will would shall should may can could received reported noted
  agreed that which there this these those it they he she we not no none nil apologies apology apols present
  absent attendance attendees attending attended everyone all nobody somebody other others also welcomed thanked
  opened closed any item items agenda meeting minutes public people persons quorum vacancy vacant tbc tba n/a
  following page date time venue location subject report matters declarations next previous updates update
  representatives introduction introductions welcome correspondence planning
`);

/** Words behind which names follow in a sentence ("Apologies were received from X"). */
export const NAME_INTRODUCERS: readonly string[] = [
  "from",
  "by",
  "were",
  "was",
  "are",
  "is",
  "comprised",
  "including",
  "namely",
];

/** How a note begins: what the list says of somebody's part in the meeting. */
export const NOTE_STARTS: readonly string[] = list(`
  from until till to up left leaving arrived arriving arrives joined joining late via by on online remotely
  remote virtually virtual in part for item items minute minutes min attending attended substitute substituting
  sub deputising deputizing deputy proxy standing representing nonvoting non-voting voting muted absent retired
  resigned new observing dialled phone telephone teams zoom skype agenda as only except not after before during
  departed apologies present through with at ex invited pm am stood covering acting
`);

/** Given names frequent in Britain, Ireland and North America: evidence for a person, never a condition. */
export const GIVEN_NAMES: readonly string[] = list(`
  adam adrian aisha alan albert alex alexander alfie alice alison allan amanda amy andrea andrew andy angela ann
  anna anne annette anthony antony arthur ashley barbara barry ben benjamin bernard betty bill bob brian bruce
  cameron carl carol caroline catherine cathy charles charlie charlotte chris christian christine christopher
  claire clare clive colin craig daniel danny dave david dawn dean deborah debra denise dennis derek diana diane
  donald donna dorothy douglas duncan edward eileen elaine elizabeth ellen emily emma eric ernest evelyn fiona
  frances francis frank fred gareth gary gavin geoff geoffrey george gerald gerard gill gillian glenn gordon
  graeme graham grace greg guy hannah harold harry hazel heather helen henry hilary howard hugh iain ian irene
  ivan jack jackie jacob jacqueline jake james jamie jan jane janet janice jason jay jean jeff jeffrey jennifer
  jenny jeremy jessica jill jim jo joan joanna joanne joe john jon jonathan jordan joseph josh joshua joyce
  judith judy julia julian julie june karen kate katherine kathleen kathryn katie katy kay keith kelly ken
  kenneth kerry kevin kim kirsty laura lauren laurence lee leigh leo leonard les lesley leslie lewis liam linda
  lisa liz lorna louise lucy luke lynn lynne malcolm marcus margaret maria marian marie marion mark martin
  martyn mary matt matthew maureen megan melanie michael michelle mick mike mohammed mohamed moira muhammad
  nancy natalie nathan neil nicholas nick nicola nigel noel norman olivia oliver owen pam pamela pat patricia
  patrick paul paula pauline penny pete peter phil philip phillip rachael rachel ralph raymond ray rebecca rhys
  richard rita rob robert robin rod roger ronald rose rosemary roy russell ruth ryan sally sam samantha samuel
  sandra sara sarah scott sean sharon sheila shirley simon sophie stephanie stephen steve steven stewart stuart
  sue susan sylvia teresa terence terry thomas tim timothy tina toby tom tony tracey tracy trevor valerie vera
  veronica vicky victor victoria vincent virginia walter wayne wendy william willie yvonne zoe
`);

/** Posts that are surnames as well: behind a given name they are one ("Jane Bishop"). */
export const SURNAME_POSTS: readonly string[] = list(`
  bishop dean mayor warden head parent fellow vicar rector constable alderman reporter partner minister speaker
  chaplain provost page marshal doctor
`);

/** Grades and abbreviations that open the name of a post ("AO Housing"). */
export const GRADES: readonly string[] = list("seo heo eo ao co so aso sso see sa ceo cto cfo coo");

/** Whole wordings of a part played in the meeting. */
export const ROLE_PHRASES: readonly string[] = [
  "in the chair",
  "in chair",
  "chairing",
  "presiding",
  "taking minutes",
  "taking the minutes",
  "taking notes",
  "minuting",
  "notes",
  "note taking",
  "minute taking",
  "clerking",
];

/** Words that never open a name, beside those of sentences. */
export const NAME_STOPPERS: readonly string[] = list(`
  the a an our their his her and or of in on at to for by from with representative representatives
`);

/** Prepositions: what stands before the first of them holds the head of a phrase ("Director of Public Health"). */
export const PREPOSITIONS: readonly string[] = list("of for at to in with from on re representing");
