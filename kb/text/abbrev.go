package text

import "strings"

// abbreviations of English news that keep their dot: titles and ranks, months
// and weekdays, companies, streets and states, and the common Latin ones.
var abbreviations = set(`
	mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt maj capt cmdr sgt cpl pvt adm brig
	rev fr hon pres supt insp det amb sec st jr sr esq
	jan feb mar apr jun jul aug sept sep oct nov dec
	mon tue tues wed thu thur thurs fri
	inc corp co ltd bros cos llc plc
	ave blvd rd hwy mt ft
	ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn mo mont neb nev okla
	ore pa tenn tex va vt wash wis wyo
	no nos vs vol approx dept est etc al viz cf ed
`)

// Abbreviation reports whether word, given without its dot, is one that
// usually keeps a dot: "Mr", "Sen", "Jan". Words that are also common words
// ("no", "mar", "sat") count only when they begin with a capital.
func Abbreviation(word string) bool {
	if len(word) < 2 || len(word) > 6 {
		return false
	}
	if !abbreviations[strings.ToLower(word)] {
		return false
	}
	return upperFirst(word) || lowerToo[word]
}

// lowerToo are the abbreviations that are written without a capital.
var lowerToo = set("vs approx dept est etc al viz cf vol")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
