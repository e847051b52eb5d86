// Package entity links the names of all articles into entities: one person,
// organisation or place with its aliases, roles and mentions.
//
// # How names are linked
//
// [Link] reads every document once, on all cores. Within a document a surname, or a first
// name, stands for the full name nearest before it, or else the first after
// it; a rare longer form for the commoner one in it; an acronym for the name
// that it was put in brackets after (A. Schwartz and M. Hearst, "A simple
// algorithm for identifying abbreviation definitions in biomedical text",
// PSB 2003); "the department" for the department named last. Recognisers err,
// and what is rare is judged by what is common in all documents: a word taken
// into a name, a person taken for a place.
//
// Across documents, people are one where their names are, up to a middle name
// or initial that no other bearer contradicts, a nickname, another spelling of
// the same sounds (package match) or a slip in a rare form. A surname without
// a full name in its document is that of the person of that surname most in
// the news about that day, if by far; an office before it ("President Kern")
// decides among people, in the document and beyond. Those who share a name
// stay apart where their middle names or suffixes differ, or where their roles
// belong to different walks of life and their documents have no other rare
// name in common.
//
// # How roles are read
//
// A role is a noun phrase with a noun for people at its head (WordNet, in
// package lexicon, and the lists of this package) next to a name: before it
// ("Ukrainian President NAME"), in apposition on either side ("NAME, the
// president of X,"), after "who is", "is", "became". A name of a country, its
// people or an organisation in the phrase is the affiliation; over "and" it
// holds for the next office too. Where the phrase has none, the country where
// somebody meets the holder may be inferred, and is marked so. The same role
// in other words is one role; the roles that the newest documents support
// come first. Phrases without a name ("the top US diplomat") become mentions
// of whoever in the document holds the role.
//
// # Measured
//
// On 11,538 news articles (20 million tokens, 1.3 million mentions) linking
// takes a quarter of the time of recognising, at 1.7 million tokens a second
// on one core that is otherwise idle (BenchmarkLink), and keeps 24 bytes a
// mention beside some 500 bytes an entity, lookup index included.
//
// Of 120 people drawn at random who are mentioned three times or more, read by
// hand: name right 94 % (the rest are no people), first role right, where
// there is one, 95 %, its affiliation 94 %. A third of them have no role in
// the texts, or none that is found. The commonest errors: namesakes in one
// walk of life or without a role; a wrongly cut name as affiliation; lists
// read as appositions; adjectives kept in the title.
package entity
