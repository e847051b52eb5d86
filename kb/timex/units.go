package timex

// unit is a calendar or clock unit.
type unit uint8

const (
	noUnit unit = iota
	unitSecond
	unitMinute
	unitHour
	unitDay
	unitNight
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
	unitMillennium
)

// unitWords holds singular and plural words.
var unitWords = map[unit][2]string{
	unitSecond:     {"second sec", "seconds secs"},
	unitMinute:     {"minute min", "minutes mins"},
	unitHour:       {"hour hr", "hours hrs"},
	unitDay:        {"day", "days"},
	unitWeekend:    {"weekend", "weekends"},
	unitWeek:       {"week", "weeks"},
	unitFortnight:  {"fortnight", "fortnights"},
	unitMonth:      {"month", "months"},
	unitQuarter:    {"quarter", "quarters"},
	unitYear:       {"year yr", "years yrs"},
	unitDecade:     {"decade", "decades"},
	unitCentury:    {"century", "centuries"},
	unitMillennium: {"millennium", "millennia millenniums"},
}

// season is a season or another part of the year with a name of its own.
type season uint8

const (
	noSeason season = iota
	seasonSpring
	seasonSummer
	seasonAutumn
	seasonWinter
)

var seasonWords = map[season]string{
	seasonSpring: "spring springtime springs",
	seasonSummer: "summer summertime summers",
	seasonAutumn: "autumn fall autumns falls",
	seasonWinter: "winter wintertime winters",
}

var seasonCodes = [...]string{seasonSpring: "SP", seasonSummer: "SU", seasonAutumn: "FA", seasonWinter: "WI"}

// part is a part of the day.
type part uint8

const (
	noPart part = iota
	partMorning
	partMidday
	partAfternoon
	partEvening
	partNighttime
	partDaytime
)

var partWords = map[part]string{
	partMorning:   "morning mornings dawn sunrise daybreak",
	partMidday:    "midday lunchtime",
	partAfternoon: "afternoon afternoons",
	partEvening:   "evening evenings dusk sunset",
	partNighttime: "night nights overnight tonight nighttime nightfall",
	partDaytime:   "daytime",
}

var partCodes = [...]string{partMorning: "TMO", partMidday: "TMI", partAfternoon: "TAF", partEvening: "TEV", partNighttime: "TNI", partDaytime: "TDT"}

var relWords = map[rel]string{
	relLast:   "last past",
	relThis:   "this",
	relNext:   "next coming upcoming forthcoming",
	relSame:   "that",
	relBefore: "previous preceding prior",
	relAfter:  "following ensuing subsequent",
	relEvery:  "every each",
	relLatest: "latest",
}

var everyWords = map[unit]string{
	unitHour:    "hourly",
	unitDay:     "daily",
	unitNight:   "nightly",
	unitWeek:    "weekly",
	unitMonth:   "monthly",
	unitQuarter: "quarterly",
	unitYear:    "yearly annually annual",
}

// The TIMEX3 values of times that no calendar holds.
const (
	presentRef = "PRESENT_REF"
	pastRef    = "PAST_REF"
	futureRef  = "FUTURE_REF"
)

// code is the unit's letter in an ISO 8601 duration, with T before clock units.
func (u unit) code() string {
	switch u {
	case unitSecond:
		return "S"
	case unitMinute:
		return "M"
	case unitHour:
		return "H"
	case unitDay, unitNight:
		return "D"
	case unitWeekend:
		return "WE"
	case unitWeek, unitFortnight:
		return "W"
	case unitMonth:
		return "M"
	case unitQuarter:
		return "Q"
	case unitYear:
		return "Y"
	case unitDecade:
		return "E"
	case unitCentury:
		return "C"
	case unitMillennium:
		return "M"
	}
	return "X"
}

func (u unit) clock() bool { return u == unitSecond || u == unitMinute || u == unitHour }
