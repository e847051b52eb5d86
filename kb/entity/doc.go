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
// stay apart where their middle names or suffixes differ, where one goes by a
// middle name and the other never does, or where their roles belong to
// different walks of life and their documents have no other rare name in
// common.
//
// # How roles are read
//
// A role is a noun phrase with a noun for people at its head (WordNet, in
// package lexicon, and the lists of this package) next to a name: before it
// ("Ukrainian President NAME", "a carpenter named NAME"), in apposition on
// either side ("NAME, the president of X,"), after "who is", "is", "became". A
// name of a country, its people or an organisation in the phrase is the
// affiliation; over "and" it holds for the next office too. A name that the
// recogniser cut short, or made of an affiliation and a title, is read as it
// stands elsewhere. Where the phrase has none, the country where somebody meets
// the holder may be inferred, and is marked so. Who has a number or a country
// to his crown is a king; who is named in the credit of a picture is a
// photographer. What only praises, blames or accuses is no role, nor what says
// nothing without an affiliation ("leader"), nor what is read at a surname that
// nobody in the document bears in full. The same role in other words is one
// role; the roles that the newest documents support come first, relatives and
// candidacies last. Phrases without a name ("the top US diplomat") become
// mentions of whoever in the document holds the role.
//
// [Directory.FindRole] asks who holds a role, on a day if need be: of several
// holders whom the articles of that time name so.
//
// # Measured
//
// On 11,538 news articles (20 million tokens, 1.3 million mentions) linking
// takes a quarter of the time of recognising, at 1.7 million tokens a second
// on one core that is otherwise idle (BenchmarkLink), and keeps 24 bytes a
// mention beside some 500 bytes an entity, lookup index included.
//
// Cards, read by hand against the texts, strictly and by a reader who did not
// know the program: 60 people drawn at random of those mentioned three times or
// more, none of them looked at before:
//
//	name right                                 90 %
//	first role right, of 38 shown              89 %
//	its affiliation right, of 26 shown         81 %
//	no fact of somebody else                   85 %
//
// Of 42 of them whom the texts give a role beside the name, 37 had one shown.
// Read less strictly ("Councilman of Jackson City" for Jackson, a plural title)
// it is 95 % of the roles, 92 % of the affiliations and 87 % without a fact of
// somebody else. Those who wrote the rules counted 95, 97, 94 and 98 % of a like
// sample, and 93, 92, 91 and 88 % of the first one, before any of it was mended:
// compare a figure only with one of the same reader.
//
// The commonest errors: places, shops, awards and monsters that the recogniser
// takes for people, a tenth of them all, which costs the quotes as well;
// affiliations cut short ("Georgetown Law Center" of the Center on Poverty), or
// with a word of the title ("Jackson City" Councilman); namesakes whom one
// document names in full (the composer and the doctor Richard Strauss); bylines
// and picture credits as quotes; roles told elsewhere than beside the name
// ("named NAME its new director").
package entity
