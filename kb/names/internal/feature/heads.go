package feature

import "strings"

// heads are common nouns that end names and tell of what they are the name.
// They are of the language, not of any text: 1 places, 2 organisations, 3
// events, works and laws, 4 groups of people that may be any of these.
var heads = func() map[uint32]uint32 {
	m := make(map[uint32]uint32)
	for kind, words := range []string{
		1: `airport airfield base county river creek lake bay gulf sea ocean strait channel island islands isle
			archipelago peninsula cape coast beach harbor harbour port mountain mountains mount hill hills peak
			range ridge valley canyon desert plain plateau glacier falls springs forest woods park garden gardens
			reserve monument memorial cemetery street avenue road boulevard lane highway square plaza bridge tunnel
			tower palace castle cathedral mosque stadium arena dome hall prison jail building city town village
			township borough district province state region territory republic kingdom emirate canal dam
			reservoir basin delta pass point ranch zoo station terminal heights corridor crossing checkpoint`,
		2: `agency alliance army assembly association authority bank board brigade broadcasting brothers bureau
			cabinet center centre chamber church club coalition college commission committee company confederation
			congress consortium corporation council corps court department directorate division enterprises
			exchange faction federation firm force forces foundation front fund government group guard holdings
			hospital house industries initiative institute institution international journal laboratories
			laboratory league legion ministry mission motors museum navy network news newspaper office orchestra
			organisation organization parliament partners partnership party police post press program programme
			regiment school secretariat senate service services society squad systems team technologies times
			tribunal tribune trust union university airlines airways pharmaceuticals studios records media
			communications energy petroleum telecom securities insurance capital laboratories daily gazette`,
		3: `act agreement accord accords amendment bill law treaty pact protocol convention constitution code plan
			award awards prize medal cup open championship championships games olympics marathon race derby prix
			tournament bowl series tour trophy festival gala show day week month parade revolution uprising war
			battle movement crisis summit conference talks protocol project operation treaty resolution virus
			disease syndrome hurricane cyclone typhoon storm season book bible magazine story diaries trilogy`,
		4: `tribe nation family brothers sisters band rankings`,
	} {
		for _, w := range strings.Fields(words) {
			m[Hash(w)] = uint32(kind)
		}
	}
	return m
}()
