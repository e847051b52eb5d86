package index

import "math"

// signature is a MinHash sketch of a document's shingles, by which documents
// that share most of their words in the same order are found. One pass over
// the shingles fills it (one permutation hashing).
type signature [bins]uint32

const (
	bins    = 64
	bands   = 16 // parts of a signature, one of which has to be the same
	shingle = 4  // words in a row

	// copied is the share of equal bins, an estimate of the Jaccard similarity
	// of the shingles, from which on one document counts as a copy of another.
	copied = 0.5
	// tried is how many documents with a part in common a document is compared
	// to, so that many copies do not take quadratic time.
	tried = 16
	empty = math.MaxUint32
)

// sketcher makes the signature of one document after another.
type sketcher struct {
	sig   signature
	words [shingle]uint64
	n     int
}

func (k *sketcher) reset() {
	k.n = 0
	for i := range k.sig {
		k.sig[i] = empty
	}
}

// add takes the next word, as its hash.
func (k *sketcher) add(word uint64) {
	k.words[k.n%shingle] = word
	k.n++
	if k.n < shingle {
		return
	}
	var h uint64
	for i := range shingle {
		h = mix(h ^ k.words[(k.n+i)%shingle])
	}
	bin := &k.sig[h>>58]
	*bin = min(*bin, uint32(h), empty-1)
}

// signature returns what was added. An empty bin takes the value of the next
// that is not (Shrivastava and Li's densification), so that short documents
// compare well too.
func (k *sketcher) signature() signature {
	if k.n < shingle {
		return k.sig
	}
	filled := k.sig
	for i := range filled {
		for j := i; filled[i] == empty; j++ {
			filled[i] = k.sig[(j+1)%bins]
		}
	}
	return filled
}

// alike is the share of equal bins.
func (s *signature) alike(t *signature) float64 {
	n := 0
	for i := range s {
		if s[i] == t[i] && s[i] != empty {
			n++
		}
	}
	return float64(n) / bins
}

// groups gives each document the number of the first document that it is a
// copy of, or its own.
func groups(sigs []signature) []int32 {
	group := make([]int32, len(sigs))
	buckets := make(map[uint64][]int32)
	for i := range sigs {
		sig := &sigs[i]
		group[i] = int32(i)
		if sig[0] == empty { // too short to tell
			continue
		}
		best := copied
		for b := range bands {
			key := sig.band(b)
			for _, other := range buckets[key] {
				if a := sig.alike(&sigs[other]); a > best || a == best && group[other] < group[i] {
					best, group[i] = a, group[other]
				}
			}
			if len(buckets[key]) < tried {
				buckets[key] = append(buckets[key], int32(i))
			}
		}
	}
	return group
}

// band is a hash of one part of the signature.
func (s *signature) band(b int) uint64 {
	const rows = bins / bands
	h := uint64(b) + 1
	for _, v := range s[b*rows:][:rows] {
		h = mix(h ^ uint64(v))
	}
	return h
}

// mix scrambles 64 bits (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// fingerprint hashes a word (FNV-1a, mixed).
func fingerprint(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}
