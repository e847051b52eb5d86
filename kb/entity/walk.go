package entity

// domain is a walk of life, as a set.
type domain uint8

const (
	politics domain = 1 << iota
	sports
	arts
	learning
	police
	religion
)

var domains = readDomains(map[domain]string{
	politics: `president minister senator representative governor mayor congressman congresswoman ambassador premier chancellor lawmaker legislator
		councilman councilwoman candidate nominee politician commissioner diplomat assemblyman assemblywoman delegate`,
	sports: `coach quarterback linebacker receiver cornerback lineman kicker punter player striker midfielder defender goalkeeper winger pitcher catcher
		outfielder infielder shortstop slugger golfer swimmer sprinter skater skier snowboarder gymnast cyclist boxer wrestler athlete champion
		medalist olympian umpire referee guard forward center baseman batter goalie`,
	arts: `actor actress singer rapper musician guitarist drummer frontman bassist songwriter composer comedian filmmaker screenwriter novelist poet
		playwright dancer choreographer painter sculptor vocalist singer-songwriter pianist violinist`,
	learning: `professor scientist researcher physicist chemist biologist epidemiologist virologist astronomer historian psychologist economist
		mathematician geologist anthropologist archaeologist climatologist sociologist surgeon pediatrician cardiologist psychiatrist`,
	police:   `sheriff detective trooper officer policeman deputy`,
	religion: `pastor bishop rabbi priest archbishop imam reverend`,
})

func readDomains(lists map[domain]string) map[string]domain {
	out := make(map[string]domain)
	for d, list := range lists {
		for w := range words(list) {
			out[w] = d
		}
	}
	return out
}

// walks notes the walk of life of every person named in full.
func (g *grouping) walks() {
	for i := range g.roles {
		r := &g.roles[i]
		if id := g.of[r.sight]; id >= 0 && r.weight > 1 {
			g.nodes[g.find(id)].walks |= domains[headWord(r.title)]
		}
	}
}

// each are the single walks of life of a set.
func (d domain) each() []domain {
	var out []domain
	for k := politics; k <= religion; k <<= 1 {
		if d&k != 0 {
			out = append(out, k)
		}
	}
	return out
}
