/** Minutes of a few lines, each another document; two with numbers that follow one another speak of one meeting. */

export function smallMinutes(number: number): string {
  const day = 1 + (Math.floor(number / 2) % 27);
  const status = number % 2 === 0 ? "DRAFT MINUTES" : "MINUTES";
  return `${status} of the Meeting of Nether Wallop Parish Council held on ${day} March 2019 at 7.30 pm in the Village Hall

PRESENT: Cllr A Baker (Chairman), Cllr C Dyer, Cllr E Fuller
Apologies: Cllr G Hooper

1. Minutes of the last meeting
RESOLVED: that the minutes of 4 February be approved.

2. Footpaths
The Clerk reported that footpath ${number} had been walked and that its stile ${number % 3} was broken.
ACTION: Clerk to write to the county about footpath ${number}.

3. Accounts
Payee         Amount
Hall hire     £${number}.00
Stamps        £7.20

The meeting closed at 8.45 pm.
`;
}

/** Files by name, numbers from 0. */
export function smallArchive(count: number): Record<string, string> {
  const name = (number: number): string => `${String(number).padStart(4, "0")}.txt`;
  return Object.fromEntries(Array.from({ length: count }, (_, number) => [name(number), smallMinutes(number)]));
}
