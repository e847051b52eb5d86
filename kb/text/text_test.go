package text

import (
	"slices"
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Mr. Biden met Ms. Baerbock.", "Mr.|Biden|met|Ms.|Baerbock|."},
		{"the U.S.'s D.C. office, at 5 p.m.", "the|U.S.|'s|D.C.|office|,|at|5|p.m."},
		{"non-U.S. firms and Rep. Katie Porter, D-Calif., said", "non-U.S.|firms|and|Rep.|Katie|Porter|,|D-Calif.|,|said"},
		{"Jill Biden, Ph.D., and Dr. Fauci", "Jill|Biden|,|Ph.D.|,|and|Dr.|Fauci"},
		{"It’s Ukraine’s “100,000 troops” – 2.5% of", "It|’s|Ukraine|’s|“|100,000|troops|”|–|2.5|%|of"},
		{"O’Neill, l’Oréal, AT&T, COVID-19, F-35s", "O’Neill|,|l’Oréal|,|AT&T|,|COVID-19|,|F-35s"},
		{"the players' union; the '90s", "the|players|'|union|;|the|'|90s"},
		{"on 2022-01-18 at 18:30, 9/11", "on|2022-01-18|at|18:30|,|9/11"},
		{"Last week:'Uncharted' wins", "Last|week|:|'|Uncharted|'|wins"},
		{"#MeToo @POTUS ... --- —", "#|MeToo|@|POTUS|...|---|—"},
		{"Кулеба встретился с Блинкеном.", "Кулеба|встретился|с|Блинкеном|."},
		{"蔡英文在台北。", "蔡英文在台北|。"},
		{"العربية، القاهرة", "العربية|،|القاهرة"},
		{"Zelen\u00adskyy\u200b said", "Zelen\u00adskyy|said"},
		{"I. Then \xff\xfe we", "I|.|Then|we"},
		{"A.P.J. Abdul Kalam", "A.P.J.|Abdul|Kalam"},
	}
	for _, test := range tests {
		var got []string
		for _, tok := range Tokens(nil, test.in) {
			got = append(got, tok.Of(test.in))
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("Tokens(%q) = %s, want %s", test.in, s, test.want)
		}
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"", nil},
		{" \n\n ", nil},
		{"He lives in the U.S. The president said so.", []string{"He lives in the U.S.", "The president said so."}},
		{"The U.S. Senate met Jan. 6 at 10 a.m. ET. Mr. Smith left.", []string{"The U.S. Senate met Jan. 6 at 10 a.m. ET.", "Mr. Smith left."}},
		{"Since Roe v. Wade was overturned. No. 1 pick J. K. Rowling won.", []string{"Since Roe v. Wade was overturned.", "No. 1 pick J. K. Rowling won."}},
		{"“We will go.” He left. “Why?” she asked.", []string{"“We will go.”", "He left.", "“Why?” she asked."}},
		{"“Is it persuasive?” Judge Jackson said. “No.” He left. “Why not?” Why, said he.",
			[]string{"“Is it persuasive?” Judge Jackson said.", "“No.”", "He left.", "“Why not?”", "Why, said he."}},
		{"It cost $1.5 billion. Then 3.5 more... Next!", []string{"It cost $1.5 billion.", "Then 3.5 more...", "Next!"}},
		{"1. Ukraine\n\n2. Congress", []string{"1. Ukraine", "2. Congress"}},
		{"Biden Visits Kyiv\nKYIV, Ukraine (AP) — He came. He saw.", []string{"Biden Visits Kyiv", "KYIV, Ukraine (AP) — He came.", "He saw."}},
		{"• Flour\n• Eggs\n• Sugar", []string{"• Flour", "• Eggs", "• Sugar"}},
		{"Walt Disney Co. bought Warner Bros. Discovery Inc. It paid.", []string{"Walt Disney Co. bought Warner Bros. Discovery Inc.", "It paid."}},
		{"蔡英文在台北。她说。", []string{"蔡英文在台北。", "她说。"}},
		{"Кулеба встретился с Блинкеном. Они говорили.", []string{"Кулеба встретился с Блинкеном.", "Они говорили."}},
		{"هل وصل؟ نعم وصل۔", []string{"هل وصل؟", "نعم وصل۔"}},
		{"The talks were\ncut in two by the web.", []string{"The talks were\ncut in two by the web."}},
		{"A line that is wrapped at about sixty bytes as old mail was\nby The Associated Press and others that sent their texts so\nUkraine included, and that ended here. Another one followed\nshort.\n\nA new one.",
			[]string{
				"A line that is wrapped at about sixty bytes as old mail was\nby The Associated Press and others that sent their texts so\nUkraine included, and that ended here.",
				"Another one followed\nshort.", "A new one.",
			}},
	}
	for _, test := range tests {
		var got []string
		for _, s := range Sentences(test.in) {
			got = append(got, s.Of(test.in))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("Sentences(%q) =\n%q, want\n%q", test.in, got, test.want)
		}
	}
}

func TestContinues(t *testing.T) {
	s := "In January, Blinken will also visit Germany.\n20 to meet Foreign Minister Annalena Baerbock.\n\n20 people came."
	var got []bool
	for _, sent := range Sentences(s) {
		got = append(got, sent.Continues)
	}
	if want := []bool{false, true, false}; !slices.Equal(got, want) {
		t.Errorf("Continues = %v, want %v", got, want)
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Kyiv", "kyiv"},
		{"  Erdoğan’s \n “plan” ", "erdogan's \"plan\""},
		{"Łódź – Straße", "lodz - strasse"},
		{"Zelen\u00adskyy", "zelenskyy"},
		{"КУЛЕБА", "кулеба"},
		{"\xff", ""},
	}
	for _, test := range tests {
		if got := Fold(test.in); got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// TestLinear reads long texts of one kind; a reading of quadratic time would
// not end.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"A.", "a.b", "-", "A-", "x", "'", "’s", "\n", " ", ". ", "a\n", "\t.", "1.", "“", "蔡", "\xff", "Ab-U."} {
		s := strings.Repeat(unit, 1<<18/len(unit))
		checkSpans(t, s)
	}
}

func checkSpans(t *testing.T, s string) {
	t.Helper()
	end := 0
	for _, tok := range Tokens(nil, s) {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(s) {
			t.Fatalf("token [%d,%d) after %d in %.60q", tok.Start, tok.End, end, s)
		}
		end = tok.End
	}
	end = 0
	for _, sent := range Sentences(s) {
		if sent.Start < end || sent.End <= sent.Start || sent.End > len(s) {
			t.Fatalf("sentence [%d,%d) after %d in %.60q", sent.Start, sent.End, end, s)
		}
		if strings.TrimSpace(s[end:sent.Start]) != "" && Tokens(nil, s[end:sent.Start]) != nil {
			t.Fatalf("%.60q is in no sentence of %.60q", s[end:sent.Start], s)
		}
		end = sent.End
	}
}

func FuzzSpans(f *testing.F) {
	f.Add("Mr. O’Neill of the U.S. said: “No. 1!” He left…\n\n1. Ukraine\n蔡英文。")
	f.Add("\xff'\u200b.\u00ad-\n.\t")
	f.Fuzz(func(t *testing.T, s string) {
		checkSpans(t, s)
		Fold(s)
	})
}
