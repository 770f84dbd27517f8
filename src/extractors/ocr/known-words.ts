/** The commonest words of English, by which a text layer is told from rubbish. */

/** About two words in five of any English text, and the words that minutes and agendas are made of. */
const COMMON = new Set(
  `the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they you were their one all we can her has there been if
  more when will would who so no she other its may these what them than some him time into only do such my new about out also two any up first could our then most see me should after
  said your very between made many over years did those before must through being well where much people own because each same how even most down under now men here take long day part
  three found while another against still both since last us might make might work within upon without during against every next used given per etc four five six year month week date
  meeting minutes council committee board members member chair chairman present apologies absence report reports item items agenda action actions agreed noted resolved approved received
  matters arising business public session clerk secretary treasurer officer director proposed seconded motion vote carried unanimously planning application finance financial payments
  accounts budget total balance annual general correspondence update discussion discussed reported county parish town city district village hall church school road street park`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Whether a word is one of the commonest of English, whatever its capitals and the signs around it. */
export function isKnownWord(word: string): boolean {
  return COMMON.has(word.toLowerCase().replace(/^[^a-z]+|[^a-z]+$/g, ""));
}
