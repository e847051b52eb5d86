package library

import "strings"

// separators part the two halves of a pair; a plain hyphen too, which stands
// inside names as well.
var separators = []string{" and ", " & ", " vs. ", " vs ", " versus ", " + ", ",", ";", "–", "—", "/", "-"}

// maxPieces bounds the ways of cutting a subject that are tried.
const maxPieces = 4

// splitSubject cuts a subject at every separator. seps[i] stands between
// pieces[i] and pieces[i+1].
func splitSubject(s string) (pieces, seps []string) {
	rest := s
	start := 0
	for i := 0; i < len(rest); {
		sep := separatorAt(rest[i:])
		if sep == "" || len(seps) >= maxPieces-1 {
			i++
			continue
		}
		if strings.TrimSpace(rest[start:i]) != "" && strings.TrimSpace(rest[i+len(sep):]) != "" {
			pieces = append(pieces, rest[start:i])
			seps = append(seps, sep)
			start = i + len(sep)
		}
		i += len(sep)
	}
	return append(pieces, rest[start:]), seps
}

func separatorAt(s string) string {
	for _, sep := range separators {
		if len(s) >= len(sep) && strings.EqualFold(s[:len(sep)], sep) {
			return s[:len(sep)]
		}
	}
	return ""
}

// rejoin puts pieces together again except at the separators whose bit is set
// in cut.
func rejoin(pieces, seps []string, cut int) []string {
	out := []string{pieces[0]}
	for i, sep := range seps {
		if cut&(1<<i) != 0 {
			out = append(out, pieces[i+1])
			continue
		}
		out[len(out)-1] += sep + pieces[i+1]
	}
	return out
}

// CutPair cuts what is being typed at its last separator; false where there is none.
func CutPair(typed string) (first, second string, ok bool) {
	pieces, seps := splitSubject(typed + "\x00") // an open second half counts
	if len(pieces) < 2 {
		return "", "", false
	}
	second = strings.TrimSuffix(pieces[len(pieces)-1], "\x00")
	first = strings.Join(rejoin(pieces[:len(pieces)-1], seps[:len(pieces)-2], 0), "")
	return strings.TrimSpace(first), second, true
}
