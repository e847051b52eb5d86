package query

import (
	"strings"

	"dateline/kb/lexicon"
)

// classTypes are nouns whose answers have a type that the hierarchy of
// meanings does not tell.
var classTypes = map[string]Type{
	"country": Country, "nation": Country, "state": State, "city": City, "town": City, "capital": City,
	"month": Month, "year": Year, "day": Weekday, "weekday": Weekday, "date": Date, "decade": Year, "century": Year,
	"time": Date, "season": Any, "weekend": Date,
	"percentage": Percent, "percent": Percent, "share": Percent, "proportion": Percent, "rate": Percent,
	"price": Money, "cost": Money, "amount": Money, "sum": Money, "fee": Money, "salary": Money, "fine": Money,
	"age": Age, "number": Count, "score": Count, "temperature": Measure, "speed": Measure, "height": Measure,
	"length": Measure, "weight": Measure, "distance": Measure, "magnitude": Measure, "rank": Ordinal, "place": Place,
	"duration": Duration, "anniversary": Ordinal,
	"movie": Title, "film": Title, "show": Title, "series": Title, "sitcom": Title, "album": Title, "song": Title,
	"single": Title, "book": Title, "novel": Title, "musical": Title, "play": Title, "game": Title, "video": Title,
	"podcast": Title, "sequel": Title, "franchise": Title, "drama": Title, "comedy": Title, "word": Title, "phrase": Title,
	"slogan": Title, "term": Title, "title": Title, "name": Any, "hit": Title, "painting": Title, "poem": Title,
	"reason": Reason,
	"team":   Organisation, "band": Organisation, "brand": Organisation, "network": Organisation, "airline": Organisation,
	"platform": Organisation, "app": Organisation, "website": Organisation, "retailer": Organisation, "chain": Organisation,
	"restaurant": Organisation, "carmaker": Organisation, "automaker": Organisation, "company": Organisation,
	"agency": Organisation, "university": Organisation, "club": Organisation, "league": Organisation, "broadcaster": Organisation,
	"maker": Organisation, "giant": Organisation, "bank": Organisation, "service": Organisation, "store": Organisation,
	"manufacturer": Organisation, "startup": Organisation, "outlet": Organisation, "newspaper": Organisation, "magazine": Organisation,
	"group": Organisation, "organization": Organisation, "organisation": Organisation, "party": Organisation,
	"candidate": Person, "star": Person, "celebrity": Person, "player": Person, "rapper": Person, "official": Person,
	"lawmaker": Person, "athlete": Person, "figure": Person, "leader": Person, "nominee": Person, "member": Person,
	"character": Person, "host": Person, "icon": Person, "legend": Person, "billionaire": Person,
	"justice": Person, "driver": Person, "manager": Person, "coach": Person, "hero": Person, "judge": Person,
	"senator": Person, "congressman": Person, "congresswoman": Person, "politician": Person, "mp": Person,
	"field": Thing, "mission": Thing, "area": Place, "sport": Thing, "soap opera": Title, "tv show": Title,
	"animal": Thing, "part": Thing, "item": Thing, "object": Thing, "product": Thing, "thing": Thing,
	"sea": Place, "ocean": Place, "island": Place, "park": Place, "airport": Place, "street": Place, "county": Place,
	"region": Place, "continent": Place, "venue": Place, "stadium": Place, "building": Place, "planet": Thing,
}

// upper classes in the order in which they are tried.
var upper = []struct {
	noun string
	kind Type
}{
	{"person", Person}, {"organization", Organisation}, {"location", Place}, {"structure", Place},
	{"body of water", Place}, {"geological formation", Place},
}

// typeOf is the type of answer that a class of things wants.
func (r *reading) typeOf(noun string) Type {
	if t, ok := classTypes[noun]; ok {
		return t
	}
	if t, ok := classTypes[noun[strings.LastIndexByte(noun, ' ')+1:]]; ok {
		return t
	}
	e, ok := r.lex.Lookup(noun)
	if !ok || !e.Can(lexicon.Noun) {
		return Thing
	}
	for _, u := range upper {
		if r.lex.IsA(noun, r.lex.ClassOf(u.noun)) == 1 {
			return u.kind
		}
	}
	return Thing
}
