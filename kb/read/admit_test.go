package read

import (
	"context"
	"slices"
	"testing"
	"time"
)

// TestAdmit wants candidates of the type and unit that is asked for, and no
// others.
func TestAdmit(t *testing.T) {
	for _, c := range []struct {
		question, text string
		in, out        []string
	}{
		{"How old is Halvorsen?", "On January 14, Ingrid Halvorsen will meet 30 pupils.", nil, []string{"14", "30"}},
		{"How old is Halvorsen?", "Ingrid Halvorsen, 61, won by 7 votes.", []string{"61"}, []string{"7"}},
		{"How old is Halvorsen?", "Halvorsen, who turned 50 in May, paid $12 to the 34-year-old clerk.", []string{"50", "34"}, []string{"12", "$12"}},
		{"How old was the clerk?", "The clerk, aged 19, wore the number 7.", []string{"19"}, []string{"7"}},
		{"How old was Halvorsen?", "Halvorsen died on May 4. She was 79. She left 3 dogs.", []string{"79"}, []string{"4", "3"}},
		{"How long was the skeleton?", "The 6-meter skeleton lay there for 40 years under 3 trees.", []string{"6-meter"}, []string{"3 trees"}},
		{"How long did the strike go on?", "The strike went on along 6 miles.", nil, []string{"6 miles"}},
		{"Which towns flooded?", "The towns of Bristol, Clevedon, Portishead and Nailsea flooded.", []string{"Bristol, Clevedon, Portishead and Nailsea"}, nil},
		{"How many stores will close?", "The chain will close 40 stores and pay 12 bills.", []string{"40"}, []string{"12"}},
		{"How many soldiers came?", "Some 300 troops came in 20 trucks.", []string{"300"}, []string{"20"}},
		{"How many people were hurt?", "Twelve miners were hurt and 3 houses burnt.", []string{"Twelve"}, []string{"3"}},
		{"How many votes did Halvorsen get?", "On March 3 Halvorsen got 512 votes.", []string{"512"}, []string{"3", "March 3"}},
		{"How much did the bridge cost?", "The bridge cost $3 million and took 4 years.", []string{"$3 million"}, []string{"4", "4 years"}},
		{"How much did the bridge cost?", "The bridge cost 900 million kronor and 3 lives.", []string{"900 million kronor"}, []string{"3"}},
		{"How long did the strike last?", "The strike lasted nine days and ended on Friday with 12 arrests.", []string{"nine days"}, []string{"Friday", "12", "12 arrests"}},
		{"When did the strike end?", "The strike of nine days ended on Friday with 12 arrests.", []string{"Friday"}, []string{"nine days", "12", "12 arrests"}},
		{"Where did Halvorsen meet Okafor?", "Ingrid Halvorsen met Tomas Okafor in Bristol.", []string{"Bristol"}, []string{"Ingrid Halvorsen", "Tomas Okafor"}},
		{"What is the capital of Ukraine?", "Russia annexed a part of Ukraine; Kyiv protested.", []string{"Kyiv"}, []string{"Russia", "Ukraine"}},
		{"Which city protested?", "Singapore and Russia protested.", []string{"Singapore"}, []string{"Russia"}},
		{"Who closed the bridge?", "Police closed the bridge on Friday for 3 hours.", []string{"Police"}, []string{"Friday", "3 hours"}},
		{"Harriers or Wanderers?", "The Harriers beat the Wanderers and not the Rovers.", []string{"Harriers", "the Wanderers"}, []string{"the Rovers"}},
	} {
		r := library(t, c.text)
		var got []string
		for _, e := range r.Collect(context.Background(), r.Parse(c.question, time.Time{}), nil) {
			got = append(got, e.Text)
		}
		for _, want := range c.in {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %q is no candidate of %q", c.question, want, got)
			}
		}
		for _, no := range c.out {
			if slices.Contains(got, no) {
				t.Errorf("%s: %q is a candidate", c.question, no)
			}
		}
	}
}
