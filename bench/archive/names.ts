/** New names: of places, one for each number, and of people. */

import type { Random } from "./random.js";

const PLACE_BEGINNINGS =
  "Alder Ash Aven Barn Beck Birch Blen Bram Brock Burn Cald Carn Chal Clay Coln Corn Cray Croft Dal Dene Dray East Elm Esk Fal Farn Fen Fox Gale Garth Glen Gos Grim Hal Hart Hawk Hazel Heather Hollin Horn Ken Kirk Lang Lark Laven Leck Lin Lock Lund Mal Mar Mel Mill Mor Nab Neth Nor Oak Orm Otter Pen Pick Raven Red Rook Ros Rush Sal Scar Sedge Sel Shar Skel Spar Stan Stock Swin Tarn Thorn Tilling Trent Ul Wain Wal Wen West Whin Wick Will Win Wood Wrax Yar Yew".split(
    " ",
  );
const PLACE_ENDINGS =
  "bourne bridge brook burgh bury by cliffe combe cote croft dale den don edge field firth fold ford garth gate grave hale ham hampton haven head holme holt hope hurst ing ington keld land law leigh ley low marsh mead mere minster moor mouth ness over pool port rigg royd scale set shaw side stead sted stoke stone stow thorpe throp thwaite toft ton tree tun wade water way well wich with wold wood worth wyke".split(
    " ",
  );

const GIVEN_NAMES =
  "Adrian Alan Alice Amelia Anita Arthur Barbara Beatrice Bernard Brenda Carol Catherine Christine Clive Colin Daniel Deborah Denise Derek Diana Dorothy Edwin Eileen Elaine Emma Fiona Frances Gareth Geoffrey Gillian Gordon Graham Hannah Harriet Helen Howard Hugh Irene Isaac Janet Jasmine Jeremy Joanna Joyce Judith Julian Kathryn Keith Laura Leonard Linda Lucy Malcolm Marion Martin Maureen Melanie Nadia Neil Nicola Norman Oliver Pamela Patricia Philip Priya Rachel Raymond Rebecca Roger Rosemary Rupert Samuel Sandra Shirley Simon Stella Susan Teresa Timothy Ursula Valerie Vincent Wendy Winifred Yvonne".split(
    " ",
  );

/** The name of a place: no two numbers share one. */
export function placeName(number: number): string {
  const count = PLACE_BEGINNINGS.length * PLACE_ENDINGS.length;
  // A step that shares no factor with the count visits every pair before it comes back to the first.
  const pair = (number * 4099) % count;
  const beginning = PLACE_BEGINNINGS[pair % PLACE_BEGINNINGS.length] ?? "";
  const ending = PLACE_ENDINGS[Math.floor(pair / PLACE_BEGINNINGS.length)] ?? "";
  const turn = Math.floor(number / count);
  return `${beginning}${ending}${turn === 0 ? "" : ["ney", "sby", "lington", "combe"][(turn - 1) % 4]}`;
}

/** A surname, which sounds like a place too small to be known. */
export function surname(random: Random): string {
  return `${random.oneOf(PLACE_BEGINNINGS)}${random.oneOf(PLACE_ENDINGS)}`;
}

export function givenName(random: Random): string {
  return random.oneOf(GIVEN_NAMES);
}
