package entity

import (
	"slices"
	"strings"
	"unicode"

	"dateline/kb/text"
)

var (
	// officeWords may stand in small letters before a title in capitals.
	officeWords = words("acting deputy vice assistant chief senior prime foreign interim petty")
	// levels stand in small letters before a title in capitals, and tell which
	// of several offices it is: "state Sen.".
	levels = words("state federal county district city police fire school")
	// portfolios end a title after "of", though they look like organisations.
	portfolios = words(`state defense defence treasury interior justice commerce labor labour homeland house staff education energy
		health transportation agriculture intelligence finance affairs exchequer security war works trade`)
	// offices are the heads of titles whose country goes on over an "and".
	offices = words(`minister president secretary premier chancellor chief general spokesman spokeswoman spokesperson ambassador leader
		king queen pope director commissioner chairman speaker deputy governor senator representative commander head envoy diplomat adviser advisor
		coach captain lady`)
	// running are those who are after an office.
	running = words("candidate challenger contender nominee incumbent front-runner frontrunner opponent hopeful newcomer")
	// federal offices are told from those of the states by "U.S.".
	federal   = words("senator representative attorney judge marshal congressman congresswoman")
	seats     = words("senator representative congressman congresswoman governor mayor")
	relatives = words(`wife husband son daughter brother sister mother father mom dad uncle aunt nephew niece cousin grandson granddaughter
		grandfather grandmother stepson stepdaughter widow widower fiance fiancee girlfriend boyfriend partner spouse son-in-law daughter-in-law
		friend colleague ally boss sibling pal twin compatriot co-star costar teammate castmate bandmate classmate roommate crewmate collaborator namesake mentor predecessor successor rival counterpart successor partner`)
)

// headWord is the word that tells what a title is: "minister" of "foreign
// minister", "chief" of "chief of staff".
func headWord(title string) string {
	title = text.Fold(title)
	for _, stop := range []string{" of ", " for ", " to ", " at ", " in ", " and "} {
		if i := strings.Index(title, stop); i > 0 {
			title = title[:i]
		}
	}
	return title[strings.LastIndexByte(title, ' ')+1:]
}

func office(title string) bool { return offices[headWord(title)] }
func seated(title string) bool { return seats[headWord(title)] }

// teams are led by those of the offices that stand behind their names.
var teams = words("coach captain")

// trades reports whether a title names what somebody does, to which a place or
// an employer is said first: "Denver lawyer".
func trades(title string) bool {
	return (!office(title) || teams[headWord(title)]) && !seated(title) && !strings.Contains(title, " of ") && !strings.Contains(title, " for ")
}

// hollow titles say nothing alone: "veteran", but "Navy veteran".
var hollow = words("veteran agent")

// empty reports whether a title says nothing without an affiliation: "leader",
// "lone member", but not "Olympic winner".
func empty(title string) bool {
	return hollow[title] || strings.HasSuffix(title, "free agent") || strings.HasSuffix(title, "role model") || vague[headWord(title)] && !strings.ContainsFunc(title[:strings.LastIndexByte(title, ' ')+1], unicode.IsUpper)
}

// rules reports whether a title is an office over a place, never of a person.
func rules(title string) bool { return seated(title) || heads[text.Fold(title)] }
func relation(title string) bool {
	head := headWord(title)
	return relatives[head] || strings.HasSuffix(head, "mate")
}

// defaultCountry is the country that an office has by its name alone, where
// nothing else is said. Others call theirs by the same name in full only
// ("Secretary of State for Wales").
func defaultCountry(title string) string {
	if strings.EqualFold(title, "Secretary of State") {
		return "United States"
	}
	return ""
}

// synonyms of words in titles.
var synonyms = map[string]string{
	"spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
	"congresswoman": "representative", "congressman": "representative", "congressperson": "representative",
	"advisor": "adviser", "defence": "defense", "actress": "actor", "councilwoman": "councilman", "councilmember": "councilman",
	"businesswoman": "businessman", "cofounder": "co-founder", "anchorwoman": "anchor", "anchorman": "anchor", "premier": "prime minister",
	"pm": "prime minister", "ceo": "chief executive", "cfo": "chief financial officer", "coo": "chief operating officer",
	"policewoman": "policeman", "attorney": "lawyer", "vp": "vice president", "footballer": "player", "leader": "leader", "labour": "labor",
	"head": "chief", "boss": "chief",
}

// titleWords are the words that a title is compared by.
func titleWords(title string) []string {
	var out []string
	for _, w := range strings.Fields(text.Fold(title)) {
		w = strings.Trim(w, ".,'\"")
		if w == "of" || w == "the" || w == "for" || w == "and" || w == "a" || w == "an" || w == "" {
			continue
		}
		if long, ok := shortTitles[w]; ok {
			w = text.Fold(long)
		}
		if s, ok := synonyms[w]; ok {
			out = append(out, strings.Fields(s)...)
			continue
		}
		out = append(out, w)
	}
	if n := len(out); n > 2 && out[n-1] == "officer" && out[n-3] == "chief" && out[n-2] == "executive" {
		out = out[:n-1]
	}
	if n := len(out); n > 1 && out[n-1] == "coach" && out[n-2] == "chief" {
		out = append(out[:n-2], "coach") // the head coach
	}
	return out
}

// sameOffice are titles that name one office in different countries.
var sameOffice = [][]string{
	{"foreign minister", "foreign secretary", "secretary state", "minister foreign affairs", "top diplomat", "chief diplomat", "foreign affairs minister",
		"foreign policy chief", "senior diplomat"},
	{"defense minister", "defense secretary", "secretary defense", "minister defense", "defense chief", "pentagon chief"},
	{"finance minister", "treasury secretary", "secretary treasury", "minister finance", "chancellor exchequer"},
	{"interior minister", "home secretary", "minister interior"},
	{"justice minister", "attorney general", "minister justice"},
	{"prime minister", "head government"},
	{"representative", "member congress", "lawmaker"},
	{"chief executive", "chief executive officer"},
	{"police chief", "chief police"},
}

// officeKey is the title, or the first of the titles that mean the same
// office.
func officeKey(words []string) string {
	k := strings.Join(words, " ")
	for _, same := range sameOffice {
		if slices.Contains(same, k) {
			return same[0]
		}
	}
	return k
}
