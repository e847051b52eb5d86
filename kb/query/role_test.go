package query

import (
	"testing"
	"time"
)

func TestRole(t *testing.T) {
	p := NewParser(stems, nil)
	for question, want := range map[string]struct {
		role Role
		verb string
	}{
		"who beat Rautio?":                   {Agent, "beat"},
		"who did Rautio beat?":               {Patient, "beat"},
		"who was beaten by Rautio?":          {Patient, "beaten"},
		"who was Rautio beaten by?":          {Agent, "beaten"},
		"who is suing the bank?":             {Agent, "suing"},
		"who will replace Lindqvist":         {Agent, "replace"},
		"who will Lindqvist replace":         {Patient, "replace"},
		"which company bought Halden Foods?": {Agent, "bought"},
		"who is the mayor?":                  {NoRole, ""},
	} {
		q := p.Parse(question, time.Time{})
		if q.Role != want.role || q.Verb != want.verb {
			t.Errorf("%q: role %d of %q, wanted %d of %q", question, q.Role, q.Verb, want.role, want.verb)
		}
	}
	if q := p.Command(CommandWho, "beat Rautio", time.Time{}); q.Role != Agent || q.Verb != "beat" {
		t.Errorf("/who beat Rautio: role %d of %q", q.Role, q.Verb)
	}
}
