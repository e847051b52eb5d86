package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/kb/lexicon"
	"dateline/kb/text"
)

// class tells what a word may be in a phrase that names a role.
type class uint16

const (
	person    class = 1 << iota // a noun for people: "spokesman", "CEO", "Sen."
	plural                      // of such a noun
	honorific                   // before a name, but no role: "Mr."
	noun                        // a noun or adjective: a modifier of a role
	past                        // "former", "ex-"
	puff                        // an adjective that a role does without: "embattled"
	capital                     // begins with a capital
	breaks                      // no part of a role phrase: "the", "said", "with"
	linkVerb                    // is, was, became
	adverb
	position // of a player, if a team stands before it: "center"
)

func (c class) is(k class) bool { return c&k != 0 }

// wordbook knows the classes of words, each looked up once.
type wordbook struct {
	lex    *lexicon.Lexicon
	person lexicon.Class
	trades []lexicon.Class
	known  map[string]class
}

func newWordbook() *wordbook {
	lex := lexicon.Load()
	b := &wordbook{lex: lex, person: lex.ClassOf("person"), known: make(map[string]class)}
	for _, t := range []string{"worker", "professional", "official", "scientist", "entertainer", "artist", "athlete", "expert", "communicator", "leader"} {
		b.trades = append(b.trades, lex.ClassOf(t))
	}
	return b
}

// maxKnown bounds the words remembered; the texts hold some hundred thousand
// different ones.
const maxKnown = 1 << 20

// class returns what a word as it stands in a text may be.
func (b *wordbook) class(word string) class {
	if c, ok := b.known[word]; ok {
		return c
	}
	c := b.judge(word)
	if len(b.known) < maxKnown {
		b.known[word] = c
	}
	return c
}

func (b *wordbook) judge(word string) class {
	var c class
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
		c = capital
	}
	low := strings.TrimSuffix(text.Fold(word), ".")
	if rest, ok := strings.CutPrefix(low, "then-"); ok {
		return c | past | b.judge(rest)
	}
	if rest, ok := strings.CutPrefix(low, "ex-"); ok {
		return c | past | b.judge(rest)
	}
	switch {
	case low == "lady":
		return c | honorific | person | noun
	case honorifics[low]:
		return c | honorific
	case pasts[low]:
		return c | past
	case puffs[low] || origin(low) || strings.HasSuffix(low, "-year-old"):
		return c | puff
	case linkVerbs[low]:
		return c | linkVerb | breaks
	case breakers[low] || doubts[low] || utf8.RuneCountInString(low) < 2:
		return c | breaks
	}
	k := b.nominal(low)
	if positions[low] {
		k |= position | noun
	}
	return c | k
}

// nominal judges a word that may be a noun or an adjective. Of a compound
// ("co-founder", "editor-in-chief") the part that carries the meaning counts.
func (b *wordbook) nominal(low string) class {
	if _, ok := shortTitles[low]; ok {
		return person | noun
	}
	if personNouns[low] {
		return person | noun
	}
	if portfolio[low] {
		return noun
	}
	if one, ok := strings.CutSuffix(low, "s"); ok && (personNouns[one] || shortTitles[one] != "") {
		return person | plural | noun
	} else if notPersons[low] || ok && notPersons[one] {
		return noun
	}
	if i := strings.IndexByte(low, '-'); i > 0 {
		if strings.HasSuffix(low, "-in-chief") || strings.HasSuffix(low, "-in-law") || strings.HasSuffix(low, "-elect") || strings.HasSuffix(low, "-general") {
			return b.nominal(low[:i])
		}
		last := low[strings.LastIndexByte(low, '-')+1:]
		if participle(last) {
			return puff // "best-selling"
		}
		return b.nominal(last) | noun
	}
	if _, ok := lexicon.Irregular(low); ok {
		return b.modifier(low) // "chosen"
	}
	base, _, ok := b.lex.Base(low, lexicon.Noun)
	if ok && b.lex.IsA(base, b.person) >= 1 && b.asNoun(low, base) && !participle(low) {
		if base != low && strings.HasSuffix(low, "s") || low == "men" || low == "women" {
			return person | plural | noun
		}
		return person | noun
	}
	return b.modifier(low)
}

// trade reports whether a noun for people names an office or a trade, rather
// than praise or blame.
func (b *wordbook) trade(noun string) bool {
	if personNouns[noun] || strings.Contains(noun, "-") {
		return true
	}
	for _, c := range b.trades {
		if b.lex.IsA(noun, c) == 1 {
			return true
		}
	}
	return false
}

// asNoun reports whether a word is used as a noun at least as much as in any
// other way.
func (b *wordbook) asNoun(word, base string) bool {
	e, ok := b.lex.Lookup(word)
	if !ok {
		e, ok = b.lex.Lookup(base)
	}
	return ok && e.Best() == lexicon.Noun
}

// modifier judges a word that is no noun for people.
func (b *wordbook) modifier(low string) class {
	if participle(low) {
		e, _ := b.lex.Lookup(low)
		if base, v, ok := b.lex.Base(low, lexicon.Verb); ok && base != low && e.Uses[lexicon.Noun] <= v.Uses[lexicon.Verb] {
			return breaks // not "wedding"
		}
	}
	if base, ok := lexicon.Irregular(low); ok {
		if e, ok := b.lex.Lookup(base); ok && e.Best() == lexicon.Verb {
			return breaks // "saw", "won"
		}
	}
	if e, ok := b.lex.Lookup(low); ok {
		switch best := e.Best(); {
		case best == lexicon.Noun || best == lexicon.Adjective || e.Can(lexicon.Noun) && e.Uses[lexicon.Noun]+1 >= e.Uses[best]:
			return noun
		case best == lexicon.Adverb:
			return adverb | breaks
		}
		return breaks
	}
	_, v, verb := b.lex.Base(low, lexicon.Verb)
	_, n, thing := b.lex.Base(low, lexicon.Noun)
	switch {
	case verb && !(thing && n.Uses[lexicon.Noun] > v.Uses[lexicon.Verb]): // not "rights"
		return breaks
	case thing:
		return noun
	case utf8.RuneCountInString(low) > 5 && (strings.HasSuffix(low, "er") || strings.HasSuffix(low, "ist")) && !glued(low):
		return person | noun // too new for the dictionary: "freeskier"
	}
	return 0
}

// glued reports whether a web page put two words in one, of which the last is
// none of a title: "upafter".
func glued(low string) bool {
	for at := 2; at+3 < len(low); at++ {
		if breakers[low[at:]] {
			return true
		}
	}
	return false
}

// participle reports words that are mostly forms of verbs, and begin or end a
// title only in set phrases.
func participle(low string) bool {
	return (strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing")) && !adjectival[low]
}

var adjectival = words(`retired elected appointed acting running operating managing marketing engineering planning banking scoring
	coaching recording fighting leading voting advertising manufacturing training racing boxing wrestling swimming cycling skiing
	housing building filming writing acclaimed united wedding batting`)

func words(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

var (
	honorifics = words("mr mrs ms mx miss sir dame lord lady madam madame monsieur herr frau dr")
	// peers stand before names that are known with them: "Lady Gaga".
	peers = words("sir dame lord lady")
	pasts = words("former then ex erstwhile onetime one-time ex- previous")
	puffs = words(`rookie first second third fourth fifth sixth seventh eighth ninth tenth next youngest oldest shortest-serving longest-serving longest-tenured female male openly gay longtime long-time embattled outgoing incoming current late newly-elected new beleaguered veteran
		fellow famed famous legendary renowned then-fellow popular controversial powerful influential moderate conservative
		liberal progressive far-right far-left right-wing left-wing centrist hard-line hardline disgraced newly elected sitting
		reigning young old elderly beloved celebrated own original great good hot prominent leading key big well-known award-winning multi-platinum
		grammy-winning oscar-winning emmy-winning aging billionaire rising outspoken`)
	// origins end a word that tells where somebody is from, or by whom backed:
	// "Oakland-based".
	origins = words("based born bred raised educated trained backed endorsed appointed")
	// positions are those of players that mean other things as well.
	positions = words("center centre safety starter closer end back tackle wing hooker prop lock ruck")
	// doubts before a noun say that it does not hold, or not for sure.
	doubts = words("best accused alleged suspected supposed purported would-be aspiring self-described self-proclaimed self-styled")
	// vague nouns tell what somebody is only together with an affiliation.
	vague     = words("alum semifinalist quarterfinalist leader member master finalist scorer contender hopeful hero winner runner-up incumbent")
	linkVerbs = words("is was are were became becomes remains serves served")
	breakers  = words(`the a an this that these those his her their its our my your and or but nor of in on at by for with from to
		as into about after before over under without within among amid despite upon toward towards between against during through per via than like not no who whom whose which what
		when where whether whenever wherever however whoever why how he she it they we i you him them us be been being am has have had do does did will would can could
		shall should may might must said says say saying told tells asked added adds wrote writes called calls named tweeted
		including according if because while although though since until both neither either each every all some any many much more
		most few several one two three four five six seven eight nine ten eleven twelve other others another such so too very just only also even now today yesterday
		tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august
		september october november december there here up down out off met meet meets visit visits visited ask let make see watch
		read thank thanks left following accused described elder hopeful like unlike images getty photo photos via`)
	// notPersons are words whose commonest dictionary meaning is a person, but
	// that news uses for other things, or that say nothing of a person.
	notPersons = words(`person people man men woman women one someone somebody anyone everybody everyone self individual
		human party body world case soul subject stock state press no same
		public staff team family american british german french life black white native male female blue red
		face figure name voice hand love dear honey baby sweetheart fact total number following second third fourth fifth primary
		opening mark may will bill sue pat jack john nick frank grant bob rob dick peter homer thing kind type model match
		cross double standard single foreign other medical social relative positive negative rival junior senior minor major
		slow fast dead living wounded missing lost sick poor rich homeless unemployed elderly deaf blind innocent mean
		contact target source plant creation creature hope fan fans favorite favourite prize help attraction blood company crowd
		audience house office board cabinet jury bench opposition generation minority majority couple pair trio duo
		acquaintance stranger nobody somebody victim victims suspect suspects resident residents survivor survivors witness
		witnesses customer customers viewer viewers user users reader readers voter voters guest guests patient patients 
		peer peers bystander passenger passengers adult adults kid kids child children teen teens teenager teenagers girl girls boy boys guy
		guys lady ladies gentleman folks individual individuals native natives participant participants recipient recipients 
		plaintiff defendant appellant respondent nonpartisan bipartisan sophomore freshman
		prey game drag drip pot miss sin nut rock pig turkey queen-size draw riser dish prick crab slip stick dude tribune sentinel herald observer examiner courier
		interest pro thinker lead da counter cutter double subordinate upset mason smith `)
	// personNouns name roles, whatever else they mean.
	personNouns = words(`ceo cfo coo cto cio cmo mp mep pm vp evp svp ag chair chairwoman chairperson chairman head chief leader director
		president secretary minister premier chancellor governor mayor senator representative congressman congresswoman congressperson councilman
		councilwoman councilmember councillor councilor lawmaker legislator speaker whip treasurer comptroller ambassador envoy diplomat
		spokesman spokeswoman spokesperson adviser advisor aide strategist pollster consultant analyst economist commissioner administrator
		undersecretary deputy counsel attorney lawyer prosecutor solicitor judge justice magistrate sheriff marshal detective officer
		general colonel major captain lieutenant sergeant corporal admiral commander commandant brigadier marshal
		king queen prince princess duke duchess emperor empress sultan emir sheikh crown-prince pope cardinal archbishop bishop rabbi imam reverend pastor priest ayatollah
		founder co-founder cofounder co-owner owner publisher editor reporter correspondent journalist columnist anchor host co-host cohost commentator
		anchorman anchorwoman broadcaster producer executive screenwriter showrunner filmmaker actor actress comedian singer songwriter singer-songwriter rapper musician
		guitarist drummer frontman bassist vocalist composer conductor dancer choreographer model supermodel designer artist author novelist poet writer playwright
		star influencer youtuber podcaster blogger streamer tiktoker activist campaigner advocate whistleblower philanthropist entrepreneur investor banker trader
		businessman businesswoman tycoon mogul magnate oligarch financier
		coach manager trainer quarterback curler left-hander right-hander southpaw fullback tailback halfback linebacker cornerback receiver lineman kicker punter guard forward midfielder defender striker goalkeeper goaltender winger
		pitcher catcher outfielder infielder shortstop slugger hitter golfer swimmer sprinter skater skier snowboarder gymnast cyclist boxer wrestler
		driver jockey athlete player captain champion medalist medallist olympian umpire referee
		scientist physicist chemist biologist epidemiologist virologist astronomer astronaut cosmonaut engineer professor historian psychologist psychiatrist
		physician doctor surgeon cardiologist pediatrician nurse researcher scholar dean provost principal teacher superintendent librarian
		wife husband son daughter brother sister mother father mom dad uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother stepson
		stepdaughter widow widower fiance fiancee girlfriend boyfriend partner spouse son-in-law daughter-in-law
		candidate nominee contender hopeful challenger incumbent frontrunner front-runner democrat republican 
		dictator strongman warlord militant insurgent terrorist gunman shooter fugitive hacker
		chef restaurateur winemaker farmer rancher pilot firefighter paramedic trooper policeman policewoman 
		boss czar guru icon legend veteran contestant winner runner-up laureate inventor developer programmer coder
		baseman agent operator trucker alderwoman barista vj alum intern guide creator co-creator pioneer blogger vlogger cheerleader stylist photographer cinematographer illustrator cartoonist critic curator painter sculptor architect
		spokespeople lawmaker negotiator mediator inspector auditor regulator chaplain missionary`)
)

// portfolio are words that stand before the head of a title, though
// dictionaries know them better as verbs or as people.
var portfolio = words(`associate finance press police defense defence justice trade energy interior health budget transport culture sports sport
	campaign communications media tech home foreign policy field research project program design stage screen trial court tax fund stock
	market bond credit crop cattle pop rock jazz hip-hop country soul punk folk rap blues`)

// shortTitles are abbreviated titles and what they stand for.
var shortTitles = map[string]string{
	"sen": "Senator", "sens": "Senator", "rep": "Representative", "reps": "Representative", "gov": "Governor", "govs": "Governor",
	"gen": "General", "lt": "Lieutenant", "col": "Colonel", "maj": "Major", "capt": "Captain", "cmdr": "Commander",
	"sgt": "Sergeant", "cpl": "Corporal", "pvt": "Private", "adm": "Admiral", "brig": "Brigadier", "prof": "Professor",
	"rev": "Reverend", "fr": "Father", "pres": "President", "supt": "Superintendent", "insp": "Inspector", "det": "Detective",
	"qb": "quarterback", "ss": "shortstop", "te": "tight end", "lhp": "left-handed pitcher", "rhp": "right-handed pitcher", "dt": "defensive tackle", "pf": "power forward", "rb": "running back", "wr": "wide receiver", "cb": "cornerback", "lb": "linebacker", "gm": "general manager",
	"amb": "Ambassador", "sec": "Secretary", "atty": "Attorney", "hon": "Honorable",
}
