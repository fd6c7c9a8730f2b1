// A small content model, for the tests of answers and of what is made of them.

/** @type {import("../file.js").Known & import("../../builder/rules.js").Rules} */
export const KNOWN = {
  most: { text: 200, long: 5000, number: 12, date: 10 },
  fields: {
    verksemd: { kind: "text" },
    verksemdstype: {
      kind: "choice",
      choices: {
        kommune: { nn: "kommune", nb: "kommune" },
        stat: { nn: "statleg", nb: "statlig" },
      },
    },
    "organ.vedtak": { kind: "text" },
    "periode.fra": { kind: "text" },
    "periode.til": { kind: "text" },
    "dato.rapport": { kind: "date" },
    "tal.kontraktar": { kind: "number" },
    "tal.millionar": { kind: "number" },
    "tal.kontrollar": { kind: "number" },
    "tal.besok": { kind: "number" },
    "tal.timar": { kind: "number" },
    "timar.per-vurdering": { kind: "number", default: { nn: "1", nb: "1" } },
    "timar.per-papir": { kind: "number", default: { nn: "3", nb: "3" } },
    "timar.per-stad": { kind: "number", default: { nn: "6", nb: "6" } },
    "timar.avvik": { kind: "number" },
    "timar.anna": { kind: "number" },
    "timar.arsverk": { kind: "number", default: { nn: "1700", nb: "1700" } },
    "rolle.kontroll": { kind: "text" },
  },
  steps: {
    om: ["verksemd", "verksemdstype", "organ.vedtak", "periode.fra", "periode.til"],
    kontraktar: ["tal.kontraktar", "tal.millionar"],
    sporsmal: [],
  },
  required: ["verksemd"],
  unknown: { "tal.kontraktar": "plan-kontraktar", "tal.millionar": "plan-kjede" },
  documents: { "tal.millionar": ["strategi"] },
  sets: [
    {
      by: "verksemdstype",
      choice: "stat",
      field: "organ.vedtak",
      words: { nn: "leiargruppa", nb: "ledergruppen" },
    },
  ],
  roles: ["rolle.kontroll"],
  sectors: ["bygg-og-anlegg", "reinhald", "ikt-tenester"],
  questions: { kapasitet: { advice: ["tal.timar", "rolle.kontroll"], further: [] } },
  measures: {
    "grep-02": { advice: ["rolle.kontroll"], further: ["dato.rapport"] },
    "grep-04": { advice: [], further: [] },
  },
  titles: { kapasitet: "4. Kapasitet" },
  advised: ["grep-02"],
  only: { "grep-04": ["bygg-og-anlegg", "reinhald"] },
  indicators: { avvik: "advice", informerte: "further" },
  plan: {
    "plan-kontraktar": {
      quarter: 1,
      chapter: "kapasitet",
      text: { nn: "Tel kontraktane.", nb: "Tell kontraktene." },
      owner: "rolle.kontroll",
    },
    "plan-kjede": {
      quarter: 2,
      chapter: "grep-04",
      text: { nn: "Set grensa.", nb: "Sett grensen." },
      owner: "rolle.kontroll",
    },
  },
  checkpoints: ["kapasitet-timar"],
  files: {},
};
