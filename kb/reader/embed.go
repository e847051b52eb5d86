package reader

import _ "embed"

// The networks that the program carries: the first was trained without one half
// of the questions, the second without the other, so that what is learnt on top
// of them can be learnt from answers of a network that had not seen the
// question. See [Reader.Unseen].

//go:embed without0.bin
var without0 []byte

//go:embed without1.bin
var without1 []byte

func packedNetworks() [][]byte { return [][]byte{without0, without1} }

// Unseen is the reader with that network alone which was trained without a half
// of the questions.
func (r *Reader) Unseen(half int) *Reader { return &Reader{r.networks[half : half+1]} }
