package gateway

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Shards says which shards a process runs, out of how many.
type Shards struct {
	IDs   []int // of this process; nil is all
	Count int   // in all processes together; 0 asks Discord
}

// maxShards is more than the greatest bots have.
const maxShards = 20_000

// ParseShards reads what DISCORD_SHARDS may hold: "auto" or nothing (as many as
// Discord recommends), "4" (all of four), "0,1/4" or "0-1/4" (two of four).
func ParseShards(s string) (Shards, error) {
	s = strings.TrimSpace(s)
	if s == "" || s == "auto" {
		return Shards{}, nil
	}
	bad := func() (Shards, error) {
		return Shards{}, fmt.Errorf("shards %q: want auto, a count such as 4, or ids and count such as 0,1/4 or 0-1/4", s)
	}
	list, count, split := strings.Cut(s, "/")
	if !split {
		list, count = "", s
	}
	n, err := strconv.Atoi(strings.TrimSpace(count))
	if err != nil || n < 1 {
		return bad()
	}
	if n > maxShards {
		return Shards{}, fmt.Errorf("shards %q: want auto or a count of at most %d", s, maxShards)
	}
	out := Shards{Count: n}
	for part := range strings.SplitSeq(list, ",") {
		if !split {
			break
		}
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		a, err := strconv.Atoi(from)
		b := a
		if err == nil && isRange {
			b, err = strconv.Atoi(to)
		}
		if err != nil || a < 0 || b < a || b >= n {
			return bad()
		}
		for id := a; id <= b; id++ {
			out.IDs = append(out.IDs, id)
		}
	}
	if err := out.validate(); err != nil {
		return bad()
	}
	return out, nil
}

func (s Shards) validate() error {
	if s.Count == 0 && len(s.IDs) > 0 {
		return fmt.Errorf("shards %v: ids need a count", s.IDs)
	}
	seen := slices.Clone(s.IDs)
	slices.Sort(seen)
	if len(slices.Compact(seen)) != len(s.IDs) {
		return fmt.Errorf("shards %v: an id is given twice", s.IDs)
	}
	for _, id := range s.IDs {
		if id < 0 || id >= s.Count {
			return fmt.Errorf("shards %v: want ids from 0 to %d", s.IDs, s.Count-1)
		}
	}
	return nil
}

// resolve lists the ids to run and the count, given what Discord recommends.
func (s Shards) resolve(recommended int) ([]int, int) {
	count := s.Count
	if count == 0 {
		count = max(recommended, 1)
	}
	if s.IDs != nil {
		return s.IDs, count
	}
	ids := make([]int, count)
	for i := range ids {
		ids[i] = i
	}
	return ids, count
}
