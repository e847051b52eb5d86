package main

import "strings"

// dropped are words that say too little to tell a thing in other words:
// function words, light and modal verbs, the vaguest nouns.
var dropped = set(`
	about above across after again against all almost along already also although always among and another any
	anybody anyone anything around aside away back because before behind below beside besides between beyond both but
	can could despite down during each either else enough even ever every everybody everyone everything except few for
	from hence her here hers him his how however into its itself just less like many may maybe might more most much
	must near neither never nobody none nor not nothing now off often once one only onto other otherwise our out over
	own per perhaps quite rather same shall she should since some somebody someone something still such than that the
	their them then there therefore these they this those though through thus till too toward towards under until
	unto upon very via was were what whatever when where whereas whether which while who whoever whole whom whose why
	will with within without would yet you your ought need dare

	are been become being bring come did does doing done gave get getting give given giving goes going gone got had has
	have having keep let made make making put putting remain seem set take taken taking turn went

	affair article case entity kind lot matter object part person piece sort stuff thing type unit way

	two three four five six seven eight nine ten hundred thousand million billion
`)

// own are pairs that the sources lack, mostly as the words share no meaning
// there but one is a kind of the other, though news tells one thing in either.
// The words of a line are all related to one another.
const own = `
	acquire buy
	acquisition purchase takeover buyout
	soldier troop troops
	fire dismiss sack oust
	ban bar prohibit outlaw forbid
	blast explosion
	probe investigation inquiry
	probe investigate
	accord agreement deal pact
	pact treaty
	company firm
	strike walkout
	crash collision
	crash collide
	wound hurt injure
	poll survey
	jail prison
	jail imprison
	dispute row
	cop policeman officer
	blaze fire
	flee escape
	attempt bid
	plunge plummet slump
	cut reduce
	cut reduction
	hike raise increase
	pledge promise vow
	support endorse
	slam criticize
	slam criticise
	deport expel
	deportation expulsion
	seize capture
	ambassador envoy
	lawmaker legislator
	spokesman spokeswoman spokesperson
	chairman chairwoman chairperson
	overthrow oust
	slay kill
	judgment ruling verdict
	delay defer postpone
	launch start
	lawsuit sue
	abduction kidnapping
	win victory
	beat defeat
	founder found
	invention inventor
	birth born
	drown drowning
	dead death die
	car vehicle
	illness disease
	drug medicine
	fine penalty
	captive hostage
	demand request
	depart leave
	nominee nominate
	vaccine vaccinate
	earthquake quake
	scientist researcher
	reveal disclose
	summit meeting
	talks negotiation
	climb rise
	decline drop fall
	migrant immigrant
	theft robbery
	steal rob
`

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
