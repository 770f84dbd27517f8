/** Which words of a name are its own: those that another person or body would not share. */

/** Words of bodies and posts that are no names. */
const GENERIC_WORDS = new Set(
  `Academy Advisory Airport Allotment Allotments Alderman Amenities Annual Archdeacon Area Arts Assembly Assistant Association Audit Authority Board Borough Branch
  Brother Cabinet Canoe Canon Captain Care Cemeteries Chair Chess Chief Church City Civic Clerk Clinical Club Cllr Co Commission Committee Commissioner Community Crime Company
  Constable Consultative Cooperative Council Councillor Councilmember County Cricket Dame Dean Deputy Development Director District Doctor Drainage East Environment
  Executive Father Federation Finance Fire Flood Forum Foundation Friends General Governing Governors Great Group Guild Health Heritage Historical History Home Homes
  Hospital Housing Imaging Inspector Integrated Internal Joint Judge Junior Lady Leisure Liaison Library Licensing Little Local Lord Lower Maintenance Management Mayor
  Medical Meeting Member Members Minster Miss Mr Mrs Ms National Neighbourhood Nether North Open Overview Panel Parent Parish Park Participation Partnership Pastor Patient
  People Place Planning Police Port President Prof Professor Project Public Rabbi Regional Residents Resources Rev Revd Reverend Rights Rowing Royal Rural Safety School Scrutiny
  Secretary Senate Sergeant Services Shire Sir Sister Social Society South Space Special State Steering Strategic Students Sub Sustainable Team Tenants The Town Transport
  Treasurer Trust Trustees Union University Upper Vale Vice Village Wellbeing West Women Working Young Youth Saint Street Union And For Hall`.split(
    /\s+/,
  ),
);

/** The words that are names: capital first, small behind it, no title and no kind of body. */
export function nameWords(text: string): string[] {
  const words = text.match(/[\p{L}][\p{L}'’]*/gu) ?? [];
  return words.filter((word) => /^\p{Lu}.*\p{Ll}{2}/u.test(word) && word.length > 2 && !GENERIC_WORDS.has(word));
}
