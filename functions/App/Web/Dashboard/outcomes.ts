// The results that dossiers come to, worst first, with their columns and colours.
import type { Tone } from "./palette";
import { numberIn, type Row } from "./statistics";
import { resultName } from "./words";

export interface Outcome {
  /** Its word in the query `dossiers`. */
  readonly result: string;
  /** Its column in `results` and `trend`. */
  readonly column: string;
  readonly name: string;
  readonly tone: Tone;
}

export const outcomes: readonly Outcome[] = [
  { result: "not-met", column: "notMet", name: resultName("not-met"), tone: "tone-worst" },
  { result: "met", column: "met", name: resultName("met"), tone: "tone-low" },
  { result: "level-1", column: "level1", name: resultName("level-1"), tone: "tone-mid" },
  { result: "level-2", column: "level2", name: resultName("level-2"), tone: "tone-high" },
  { result: "none", column: "notAssessed", name: resultName("none"), tone: "tone-none" },
];

/** Those that any row has: a kind of dossier knows either "met" or levels. */
export const outcomesIn = (rows: readonly Row[]): readonly Outcome[] => outcomes.filter((one) => rows.some((row) => numberIn(row, one.column) > 0));

/** The columns of their shares. */
export const sharesIn = (rows: readonly Row[]): readonly { readonly name: string }[] =>
  outcomesIn(rows).filter((one) => one.result !== "none" && one.result !== "not-met").map((one) => ({ name: `${one.column}OfAssessed` }));
