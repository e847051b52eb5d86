// Package related tells which words say the same thing: synonyms, derivations
// and nominalisations, so that "denied" and "denial", "bought" and
// "acquisition", "soldiers" and "troops", "boss" and "chief" are found to agree.
//
// # Table
//
// The pairs of the table are, the surest first:
//
//   - the verb, noun and adjective of one roleset of PropBank (deny, denial);
//   - derivations in WordNet (buy, buyer);
//   - synonyms in WordNet that share one of the first three meanings of both,
//     which package lexicon tells, in a part of speech that both often have;
//     rarer meanings and adjectives only where each word is in the other's
//     list and one of them has few meanings;
//   - some 120 pairs of our own that news uses for one another, most of which
//     WordNet does not list as synonyms (buy, acquire);
//   - one step further, the derivations of a synonym and the synonyms of a
//     derivation (buy, purchase, purchaser), where two ways lead there or the
//     synonyms share the first meaning of both.
//
// A word has at most 24 of them, taken in this order and the common before the
// rare ones. What is dropped is dropped for both words: if a is related to b,
// then b is to a. Function words, light verbs such as "make", the vaguest
// nouns, numbers, phrases, words with hyphens, words of less than three letters
// and words that package lexicon does not know are left out.
//
// Some examples of what is found for a word:
//
//	denied      denial denier
//	president   chairperson preside presidency presidential presidentship
//
// Related words are not always true in each other's place: words are told
// apart by their letters alone, so that a "court" may be a tribunal or a
// romance, and derivations name who does a thing and what it is done with as
// well as the thing. Opposites (win and lose, buy and sell) and what is alike
// but not the same (injure and kill, president and minister) are not taken
// from the sources, which tell them apart; besides, only words that differ by
// a negating prefix are kept apart.
//
// The table takes 0.2 MB, 1 MB when unpacked.
//
// # Sources
//
//   - Open English WordNet (https://github.com/globalwordnet/english-wordnet at
//     d94538ad0df3), CC BY 4.0, derived from Princeton WordNet under the WordNet
//     licence (../lexicon/WORDNET-LICENSE): WordNet 3.0 Copyright 2006 by
//     Princeton University. All rights reserved.
//   - PropBank frames (https://github.com/propbank/propbank-frames at
//     c66e0ccf28b5), CC BY-SA 4.0.
//
// The words were selected, put together and cut down as told above; the table
// words.bin.gz is under CC BY-SA 4.0 in turn. The command in generate writes it:
//
//	go run ./kb/related/generate \
//		-wordnet ../shared/bench/reading/oewn-syn-deriv.tsv.gz \
//		-propbank ../shared/bench/reading/propbank-aliases.tsv.gz \
//		-out kb/related/words.bin.gz
package related
