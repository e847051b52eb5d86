package names_test

import (
	"strings"
	"testing"

	"dateline/kb/names"
	"dateline/kb/text"
)

// report is a made-up piece of news, with as many different words as news has.
const report = `WASHINGTON (AP) — President Maria Keller told reporters on Tuesday that the United States and
the European Union would send $2.5 billion in aid to Moldova after weeks of floods.

“We will not walk away,” Keller said at the White House, where she met Prime Minister Ion Cebanu. “Our friends
in Chișinău can count on us.” Cebanu’s office said the first shipments, organised by the World Food Programme,
were due in the port of Giurgiulești by Jan. 14.

The Treasury Department’s deputy secretary, Thomas R. Whitfield, warned Congress last week that the plan, drawn up
with the World Bank and Deutsche Bank AG, may cost more than was thought. Sen. Paula Ortiz, D-N.M., called it “a
blank check,” while Republicans on the House Foreign Affairs Committee asked for a vote.

In Brussels, NATO Secretary-General Anders Holm praised the U.S.-led effort. He will travel to Warsaw on Friday, then
to Bucharest, his spokeswoman Irina Popescu said. Shares of Romgaz rose 4.2% on the Bucharest Stock Exchange.
`

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat(report+"\n", 4)
	tokens := len(text.Tokens(nil, s))
	names.Find(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		names.Find(s)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
