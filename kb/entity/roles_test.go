package entity

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// rolesOf lists "NAME: role; role" for the people of a directory.
func rolesOf(d *Directory) string {
	var b strings.Builder
	for _, e := range d.Entities {
		if len(e.Roles) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(e.Name + ": ")
		for i, r := range e.Roles {
			if i > 0 {
				b.WriteString("; ")
			}
			b.WriteString(r.String())
			if r.Inferred {
				fmt.Fprintf(&b, " (%s?)", r.Of)
			}
		}
	}
	return b.String()
}

func TestRoles(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"demonym", "[MISC French] Foreign Minister [PER Aline Corot] left.", "Aline Corot: Foreign Minister of France"},
		{"country", "[LOC U.S.] national security adviser [PER Tom Reed] left.", "Tom Reed: national security adviser of the United States"},
		{"organisation", "The trip is off, [ORG Foreign Office] spokeswoman [PER Ida Moss] said.", "Ida Moss: spokeswoman of Foreign Office"},
		{"bare", "In a statement, spokesman [PER Ed Hale] said no.", "Ed Hale: spokesman"},
		{"two joined by and", "He met [MISC Peruvian] President [PER Luz Vega] and Foreign Minister [PER Juan Rey].", "Luz Vega: President of Peru | Juan Rey: Foreign Minister of Peru"},
		{"a president is not the state's", "[LOC Ohio] Governor [PER Al Moss] and President [PER Jo Kern] met.", "Al Moss: Governor of Ohio | Jo Kern: President"},
		{"apposition after", "[PER Ann Lee], the president of [ORG Acme Bank], left.", "Ann Lee: president of Acme Bank"},
		{"apposition with age", "[PER Ann Lee], 42, a teacher from [LOC Leeds], left.", "Ann Lee: teacher from Leeds"},
		{"bare apposition", "[PER Ann Lee], chief executive of [ORG Acme], left.", "Ann Lee: chief executive of Acme"},
		{"apposition before", "The [MISC German] foreign minister, [PER Greta Holm], left.", "Greta Holm: foreign minister of Germany"},
		{"possessive", "[LOC Chile]’s finance minister, [PER Paz Soto], left.", "Paz Soto: finance minister of Chile"},
		{"relation", "[PER Ann Lee]’s husband, [PER Max Lee], left.", "Max Lee: husband of Ann Lee"},
		{"relation to nobody", "Her husband, [PER Max Lee], left.", ""},
		{"of a titled owner", "[PER Ann Lee], President [PER Jo Kern]’s chief of staff, left.", "Ann Lee: chief of staff of Jo Kern | Jo Kern: President"},
		{"late night is no praise", "Late night host [PER Ed Hale] left.", "Ed Hale: Late night host"},
		{"who is", "[PER Ann Lee], who is a lawyer, left.", "Ann Lee: lawyer"},
		{"is", "[PER Ann Lee] is the mayor of [LOC Leeds].", "Ann Lee: mayor of Leeds"},
		{"former", "Former [LOC UK] prime minister [PER Ian Dale] left.", "Ian Dale: former prime minister of the United Kingdom"},
		{"abbreviated", "[MISC Republican] Sen. [PER Bo Clay], R-Texas, left.", "Bo Clay: Senator of Texas"},
		{"state in brackets", "Rep. [PER Bo Clay] (D-N.Y.) left.", "Bo Clay: Representative of New York"},
		{"complement in the title", "Secretary of State [PER Kim Post] and Director of National Intelligence [PER Lu Marsh] left.", "Kim Post: Secretary of State (United States?) | Lu Marsh: Director of National Intelligence"},
		{"praise", "The embattled former president [PER Ian Dale] left.", "Ian Dale: former president"},
		{"plural", "Senators [PER Bo Clay] and [PER Al Moss] left.", "Bo Clay: Senator | Al Moss: Senator"},
		{"two titles", "President and CEO [PER Ann Lee] left.", "Ann Lee: President and CEO"},
		{"first lady", "First lady [PER Ann Lee] left.", "Ann Lee: First lady"},
		{"not honorifics", "Mr. [PER Lee] and Mrs. [PER Ann Lee] left.", ""},
		{"not verbs", "They will host [PER Ann Lee]. She accused [PER Bo Clay].", ""},
		{"not a list", "The mayor, [PER Ann Lee] and [PER Bo Clay] left.", ""},
		{"not the title of the next", "He saw [PER Ann Lee], president [PER Bo Clay] and others.", "Bo Clay: president"},
		{"not who spoke of him", "He spoke of [PER Ann Lee], the [LOC U.S.] official said.", ""},
		{"not a credit", "Photo: Bo Clay/[ORG AFP] President [PER Ann Lee] waves.", "Ann Lee: President"},
		{"of an office after the name", "Superintendent [PER Bo Clay] of the [ORG Leeds Police] left.", "Bo Clay: Superintendent of the Leeds Police"},
		{"place of a player", "[ORG Leeds] center [PER Bo Clay] left. A shopping center [PER Ann Lee] knew closed.", "Bo Clay: Leeds center"},
		{"position in two words", "Starting running back [PER Bo Clay] left.", "Bo Clay: running back"},
		{"not a verb", "The film also stars [PER Ann Lee].", ""},
		{"tight end", "[PER Bo Clay], a tight end for the [ORG Leeds Lions], left.", "Bo Clay: tight end for the Leeds Lions"},
		{"work of a country", "[MISC Mexican] singer [PER Luz Vega] left.", "Luz Vega: Mexican singer"},
		{"federal", "[LOC U.S.] Attorney [PER Bo Clay] left.", "Bo Clay: U.S. Attorney"},
		{"preposition kept", "[PER Ann Lee], a professor of law and order at [ORG Leeds University], left.", "Ann Lee: professor of law and order at Leeds University"},
		{"what the recogniser missed", "[PER Ann Lee], legal director of the Center on Lost Letters, left.", "Ann Lee: legal director of the Center on Lost Letters"},
		{"kind before the affiliation", "[PER Ann Lee], a member of the punk band [ORG Broken Oar], left.", "Ann Lee: member of Broken Oar"},
		{"adjective of a place", "[PER Ann Lee], historian and author of the [LOC Leeds] biography, left.", "Ann Lee: historian and author of the Leeds biography"},
		{"years", "[PER Bo Clay], a 38-year veteran of the [ORG Acme] mines, left.", "Bo Clay: veteran of the Acme mines"},
		{"administration", "[PER Bo Clay], an adviser in the [PER Pell] administration, left.", "Bo Clay: adviser in the Pell administration"},
		{"named", "They met a bricklayer named [PER Bo Clay].", "Bo Clay: bricklayer"},
		{"participle and age", "[PER Bo Clay], a 26-year-old carpenter, met [PER Ann Lee], a consulting engineer.", "Bo Clay: carpenter | Ann Lee: consulting engineer"},
		{"the company's", "[PER Ann Lee], the company’s founder and CEO, left.", "Ann Lee: founder and CEO"},
		{"champion of games", "[MISC Olympic] champion [PER Ann Lee] left.", "Ann Lee: Olympic champion"},
		{"credit of a picture", "Rain falls. [PER Bo Clay]/[ORG AFP] More rain.", "Bo Clay: AFP photographer"},
		{"credit of an outlet", "[PER Bo Clay]/[ORG Leeds Post]/[ORG AP] More rain.", "Bo Clay: Leeds Post photographer"},
		{"byline", "By [PER Bo Clay], [ORG Leeds Post]\nRain falls.\n– [PER Ann Lee]\nContributing: [PER Jo Kern]\nFollow [PER Al Moss] on Twitter.", "Bo Clay: Leeds Post journalist | Ann Lee: journalist | Jo Kern: journalist | Al Moss: journalist"},
		{"no byline", "By [PER Bo Clay], rain fell.\nContact [PER Al Moss] soon.\n– [PER Ann Lee] left.", ""},
		{"prize won", "The best director was best director [PER Bo Clay].", ""},
		{"complement before the name", "The owner of [ORG Broken Oar], [PER Bo Clay], left. President and chief of the [ORG Acme Club], [PER Ann Lee], stayed.", "Bo Clay: owner of Broken Oar | Ann Lee: President and chief of the Acme Club"},
		{"where from", "[PER Ann Lee], 67, of [LOC Austin], [LOC Texas], was the director of [ORG Acme].", "Ann Lee: former director of Acme"},
		{"has been", "[PER Ann Lee] has been a member of [ORG Acme].", "Ann Lee: member of Acme"},
		{"veteran", "[PER Ann Lee], a Navy veteran, left.", "Ann Lee: Navy veteran"},
		{"word too new", "[PER Ann Lee], professor of frobnology at [ORG Leeds University], left.", "Ann Lee: professor of frobnology at Leeds University"},
		{"known by one name", "Rapper [PER Zot] sang.", "Zot: Rapper"},
		{"noun after and", "[PER Ann Lee] and co-owner [PER Bo Clay] left.", "Bo Clay: co-owner"},
		{"based", "[LOC Thousand] Oaks-based producer [PER Bo Clay] left.", "Bo Clay: producer"},
		{"based in a name", "[PER Ann Lee], the [MISC New Leeds-based] attorney, left.", "Ann Lee: attorney"},
		{"prize", "[MISC Golden Oar-winning] actress [PER Ann Lee] left.", "Ann Lee: Golden Oar-winning actress"},
		{"kind and name of a firm", "[PER Ann Lee], an attorney with the [LOC Leeds] law firm [ORG Moss & Hale], left.", "Ann Lee: attorney with Moss & Hale"},
		{"plural that is no verb", "Civil rights pioneer [PER Ann Lee] left.", "Ann Lee: Civil rights pioneer"},
		{"trade too new", "The prize went to freeskier [PER Ann Lee].", "Ann Lee: freeskier"},
		{"double dash", "They saw the same man -- professional cyclist [PER Bo Clay].", "Bo Clay: professional cyclist"},
		{"title alone", "[PER Gov], [PER Bo Clay] left.", ""},
		{"kind and employer", "[PER Ann Lee], head of the [ORG Acme] energy unit at the [ORG Leeds Bank], left.", "Ann Lee: head of the Acme energy unit at the Leeds Bank"},
		{"veteran alone", "The veteran [PER Ann Lee] left.", ""},
		{"since", "[PER Ann Lee], the company’s director since 1994, left.", "Ann Lee: director"},
		{"then", "They voted then-Rep. [PER Bo Clay] out.", "Bo Clay: former Representative"},
		{"coach of a team", "[ORG Leeds Lions] coach [PER Bo Clay] left.", "Bo Clay: Leeds Lions coach"},
		{"chamber", "[ORG House] Speaker [PER Bo Clay] left.", "Bo Clay: Speaker of the House"},
		{"new word before the head", "[PER Ann Lee], the park’s frobnology program manager, left.", "Ann Lee: frobnology program manager"},
		{"whose health", "[PER Ann Lee], an advocate for veterans’ mental health, left.", "Ann Lee: advocate for veterans’ mental health"},
		{"vice president", "That is so, said [PER Ann Lee], associate vice president at [ORG Acme Bank].", "Ann Lee: associate vice president at Acme Bank"},
		{"home of a chairman", "Administration Chairman [PER Bo Clay] of [LOC Ohio] left.", "Bo Clay: Administration Chairman"},
		{"doctor", "Emergency physician Dr. [PER Ann Lee] left.", "Ann Lee: Emergency physician"},
		{"country of a desk", "[PER Ann Lee], chief [LOC China] economist for [ORG Acme Bank], left.", "Ann Lee: chief China economist for Acme Bank"},
		{"role model", "[PER Ann Lee] is a role model for many.", ""},
		{"twice", "Photo: [PER Bo Clay Bo Clay], a carpenter, works.", "Bo Clay: carpenter"},
		{"backed", "[PER Pell-backed] surgeon [PER Ann Lee] left without goalie [PER Bo Clay].", "Ann Lee: surgeon | Bo Clay: goalie"},
		{"tight end before the name", "They threw it to tight end [PER Bo Clay].", "Bo Clay: tight end"},
		{"no trade but glued", "They look upafter [PER Ann Lee] left.", ""},
		{"baseman", "[ORG Leeds Lions] first baseman [PER Bo Clay] says so.", "Bo Clay: Leeds Lions first baseman"},
		{"comma left out", "[PER Ann Lee], a meteorologist with the [ORG Leeds Post] told them so.", "Ann Lee: meteorologist with the Leeds Post"},
		{"under secretary", "[PER Ann Lee], former Under Secretary of State for Economic growth, left.", "Ann Lee: former Under Secretary of State for Economic growth"},
		{"slash", "[PER Ann Lee], chairman/founder of [ORG Acme], left.", "Ann Lee: chairman and founder of Acme"},
		{"adjective behind the affiliation", "[PER Ann Lee], founder of the [ORG Leeds Post] digital news site, left.", "Ann Lee: founder of the Leeds Post digital news site"},
		{"named after a place", "They met a student in [LOC Leeds] named [PER Bo Clay].", "Bo Clay: student in Leeds"},
		{"series", "[PER Ann Lee], 47, executive producer of [ORG Acme] superhero series “[MISC Arrow],” left.", "Ann Lee: executive producer of Acme superhero series"},
		{"position in letters", "SS [PER Bo Clay] left.", "Bo Clay: shortstop"},
		{"office cut at and", "[PER Ann Lee], secretary of the [ORG Department of Health] and Social Services, left.", "Ann Lee: secretary of the Department of Health and Social Services"},
		{"of a state's party", "[LOC Ohio] [MISC GOP] spokesman [PER Bo Clay] left.", "Bo Clay: GOP spokesman of Ohio"},
		{"verb before", "The owners re-elected commissioner [PER Bo Clay].", "Bo Clay: commissioner"},
		{"crowned", "[LOC Spain]’s [PER King Felipe] met [PER Pope Leo XIV] and [PER Queen Bee].", "King Felipe: King of Spain | Pope Leo XIV: Pope"},
		{"not praise", "[PER Bo Clay] is a master at this. [PER Ann Lee] was an emotional leader.", ""},
		{"not the right leader", "[PER Ann Lee] is the right leader for [ORG Acme].", ""},
		{"not the accused", "They saw accused murderer [PER Bo Clay].", ""},
		{"not a verb before", "You should contact detective [PER Bo Clay].", "Bo Clay: detective"},
		{"not a credit as affiliation", "[ORG Hill Archive/Getty Images] President [PER Jo Kern] left.", "Jo Kern: President"},
		{"not a relation to nobody", "“Gold” co-star [PER Ann Lee] left.", ""},
		{"level", "[MISC Democratic] state Sen. [PER Bo Clay] left.", "Bo Clay: state Senator"},
		{"part of an organisation", "That is little, said [PER Ann Lee], senior vice president of [ORG Acme]’s car division.", "Ann Lee: senior vice president of Acme’s car division"},
		{"adviser to a titled one", "[PER Ann Lee], who served as senior adviser to former President [PER Jo Kern], left.", "Ann Lee: senior adviser to Jo Kern | Jo Kern: former President"},
		{"no article", "[PER Ann Lee], chief of [ORG Republic], left. The [ORG Republic] and the [ORG Republic] said so.", "Ann Lee: chief of Republic"},
		{"employer before a trade", "[ORG Acme] meteorologist [PER Ann Lee] left.", "Ann Lee: Acme meteorologist"},
		{"context", "He flew to [LOC Austria] to meet Foreign Minister [PER Eva Lang].", "Eva Lang: Foreign Minister (Austria?)"},
		{"no context", "In [LOC Austria], President [PER Jo Kern] spoke.", "Jo Kern: President"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := rolesOf(linked(t, "2031-01-01 "+tt.text)); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestRolesChange(t *testing.T) {
	d := linked(t,
		"2030-01-01 [MISC Dutch] Finance Minister [PER Ann Smit] left. Minister [PER Smit] said so.",
		"2030-02-01 The finance minister of the [LOC Netherlands], [PER Ann Smit], left.",
		"2031-06-01 [MISC Dutch] Prime Minister [PER Ann Smit] arrived.",
		"2031-06-03 [PER Ann Smit], a former finance minister, arrived.",
	)
	e := d.Entities[d.Find("Ann Smit", 1)[0].ID]
	if got := e.Roles[0].String(); got != "Prime Minister of the Netherlands" {
		t.Errorf("newest role %q", got)
	}
	for _, r := range e.Roles {
		if headWord(r.Title) == "minister" && !r.Former && r.Count > 1 && (r.Of != "Netherlands" || r.First.Year() != 2030) {
			t.Errorf("merged wrongly: %+v", r)
		}
	}
	if got := d.Describe(e.ID); got != "Prime Minister of the Netherlands" {
		t.Errorf("Describe = %q", got)
	}
	if m := d.FindRole("Dutch prime minister", time.Time{}, 1); len(m) == 0 || m[0].ID != e.ID || m[0].Score != 1 {
		t.Errorf("FindRole = %v", m)
	}
	if m := d.FindRole("former finance minister", time.Time{}, 1); len(m) == 0 || m[0].ID != e.ID {
		t.Errorf("FindRole(former) = %v", m)
	}
}

func TestFindRole(t *testing.T) {
	d := linked(t, "2031-01-01 [MISC Ukrainian] President [PER Petro Hrabar] met Secretary of State [PER Kim Post]. [MISC German] Foreign Minister [PER Greta Holm] "+
		"and [LOC UK] prime minister [PER Ian Dale] were there, [ORG State Department] spokesman [PER Ed Hale] said. [ORG Acme] CEO [PER Ann Lee] and House Speaker [PER Jo Kern] were not. "+
		"The top [LOC U.S.] diplomat left.")
	tests := []struct{ query, want string }{
		{"president of Ukraine", "Petro Hrabar"},
		{"Ukraine's president", "Petro Hrabar"},
		{"Ukrainian president", "Petro Hrabar"},
		{"the president of the Ukraine", "Petro Hrabar"},
		{"German foreign minister", "Greta Holm"},
		{"foreign minister of Germany", "Greta Holm"},
		{"minister of foreign affairs of Germany", "Greta Holm"},
		{"Secretary of State", "Kim Post"},
		{"US secretary of state", "Kim Post"},
		{"top diplomat", "Kim Post"},
		{"top US diplomat", "Kim Post"},
		{"prime minister of the UK", "Ian Dale"},
		{"British prime minister", "Ian Dale"},
		{"spokesperson", "Ed Hale"},
		{"State Department spokesman", "Ed Hale"},
		{"spokesman for the State Department", "Ed Hale"},
		{"chief executive of Acme", "Ann Lee"},
		{"who is the CEO of Acme?", "Ann Lee"},
		{"Speaker of the House", "Jo Kern"},
	}
	for _, tt := range tests {
		got := d.FindRole(tt.query, time.Time{}, 3)
		if first(d, got) != tt.want || got[0].Score < 0.6 {
			t.Errorf("FindRole(%q) = %q %v, want %q", tt.query, first(d, got), got, tt.want)
		}
	}
	for _, q := range []string{"president of France", "king", "German president", "vice president of Ukraine", "", "of", "🙂"} {
		if got := d.FindRole(q, time.Time{}, 3); len(got) > 0 && got[0].Score >= 0.6 {
			t.Errorf("FindRole(%q) = %q %v, want nobody", q, first(d, got), got)
		}
	}
}

func TestHeadOfBody(t *testing.T) {
	d := linked(t,
		"2031-01-01 [ORG FTC] Chair [PER Lea Kahl] and [ORG FTC] deputy director [PER Bo Lund] spoke. [ORG Acme] chairman [PER Al Dorn] thanked [ORG Acme] CEO [PER Ann Lee] and [ORG Velox] CFO [PER Pat Ren]. [MISC German] President [PER Max Ohm] left.",
		"2031-01-02 The [ORG Centers for Disease Control and Prevention] ([ORG CDC]) grew. [ORG Centers for Disease Control and Prevention] Director [PER Mia Falk] spoke. The [ORG CDC] left.",
	)
	for _, tt := range []struct{ query, want string }{
		{"head of the FTC", "Lea Kahl"}, {"FTC's boss", "Lea Kahl"}, {"chief of Acme", "Ann Lee"},
		{"Acme chairman", "Al Dorn"}, {"CDC director", "Mia Falk"}, {"director of the CDC", "Mia Falk"}, {"CDC head", "Mia Falk"},
	} {
		if got := d.FindRole(tt.query, time.Time{}, 3); first(d, got) != tt.want || got[0].Score < 0.6 {
			t.Errorf("FindRole(%q) = %q %v, want %q", tt.query, first(d, got), got, tt.want)
		}
	}
	for _, q := range []string{"head of Germany", "head of FTR", "CEO of FTC", "boss of Velox", "FBI director", "CDC president"} {
		if got := d.FindRole(q, time.Time{}, 3); len(got) > 0 && got[0].Score >= 0.6 {
			t.Errorf("FindRole(%q) = %q %v, want nobody", q, first(d, got), got)
		}
	}
}

func TestNewestHolder(t *testing.T) {
	d := linked(t,
		"2030-01-01 [LOC UK] Prime Minister [PER Ian Dale] left.", "2030-02-01 [MISC British] Prime Minister [PER Ian Dale] slept.",
		"2030-03-01 [MISC British] Prime Minister [PER Ian Dale] woke.", "2031-01-01 [MISC British] Prime Minister [PER Ida Moss] left.",
		"2031-01-02 [MISC British] Prime Minister [PER Ida Moss] slept. Prime Minister [PER Ian Dale] of [LOC Britain] had slept too.",
	)
	if got := d.FindRole("prime minister of the UK", time.Date(2030, 2, 1, 0, 0, 0, 0, time.UTC), 5); first(d, got) != "Ian Dale" {
		t.Errorf("FindRole in 2030 = %s %v, want Ian Dale", first(d, got), got)
	}
	got := d.FindRole("prime minister of the UK", time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC), 5)
	if len(got) != 2 || first(d, got) != "Ida Moss" || got[1].Score > 0.9*got[0].Score {
		t.Errorf("FindRole = %s %v, want Ida Moss well before Ian Dale", first(d, got), got)
	}
}
